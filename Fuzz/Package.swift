// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the instrumented build shares nothing with the ordinary one and needs no library that
// the readers of bytes do not need. `Project` is the project's own Sources.

/// Finds what goes wrong in memory, and tells libFuzzer which code an input has reached. Linked by lld, since gold fails
/// on the result.
let instruments = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(instruments),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Project/\(name)", swiftSettings: settings)
}

func fuzzer(_ name: String, _ folder: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: ["Fuzzing"] + dependencies, path: folder,
        swiftSettings: settings, linkerSettings: [.unsafeFlags(instruments + ["-use-ld=lld"])])
}

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CLDAP", path: "Project/CLDAP", pkgConfig: "ldap"),
        .systemLibrary(name: "COpenSSL", path: "Project/COpenSSL", pkgConfig: "openssl"),
        module("Secrets", ["COpenSSL"]),
        module("Threads"),
        module("JSON", ["Secrets"]),
        module("Requests", ["JSON", "Secrets"]),
        .target(
            name: "LDAPClient", dependencies: ["CLDAP", "COpenSSL", "Secrets", "Threads"], path: "Project/LDAPClient",
            swiftSettings: settings + [.unsafeFlags(["-enable-testing"])]),
        module("JOSE", ["COpenSSL", "JSON", "Secrets"]),
        module("AgentKeys", ["JOSE", "JSON", "Secrets"]),
        module("AgentConfiguration", ["JOSE", "LDAPClient", "Requests"]),
        // Of the socket server only what reads a request's target: the rest would bring all of NIO along.
        .target(
            name: "Routing", dependencies: ["JSON", "Requests"], path: "Project/SocketServer/Replies",
            exclude: ["ByteBuffer+Wipe.swift", "Reply+HTTP.swift", "RequestBody+Secret.swift", "Responder.swift"],
            sources: ["Route.swift"], swiftSettings: settings + [.unsafeFlags(["-enable-testing"])]),

        .target(name: "Fuzzing", dependencies: ["Secrets"], path: "Fuzzing", swiftSettings: settings),
        fuzzer("fuzz-answers", "Answers", ["LDAPClient"]),
        fuzzer("fuzz-tokens", "Tokens", ["AgentKeys", "JOSE", "JSON", "Secrets"]),
        fuzzer("fuzz-claims", "Claims", ["JSON", "Requests", "Secrets"]),
        fuzzer("fuzz-configuration", "Configuration", ["AgentConfiguration"]),
        fuzzer("fuzz-routes", "Routes", ["JSON", "Requests", "Routing"]),
    ]
)

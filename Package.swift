// swift-tools-version: 6.2
import PackageDescription

/// The test command sets this, so that a warning fails it; a user's newer compiler may warn in peace.
let strict = Context.environment["WRITEBACKD_STRICT"] != nil

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: ["TestSupport"] + dependencies, swiftSettings: settings)
}

let package = Package(
    name: "writebackd",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "LDAPClient", targets: ["LDAPClient"]),
        .executable(name: "writebackd", targets: ["writebackd"]),
        .executable(name: "writebackctl", targets: ["writebackctl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    ],
    targets: [
        // Floor 0: C libraries of the distribution.
        .systemLibrary(name: "CLDAP", pkgConfig: "ldap", providers: [.apt(["libldap2-dev", "libsasl2-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),

        // The floors, lowest first; scripts/check-floors holds the imports to this order.
        module("Secrets", ["COpenSSL"]),
        module("FaultPoints"),
        module("Threads"),
        module("JSON", ["Secrets"]),
        module("Requests", ["JSON", "Secrets"]),
        module("LDAPClient", ["CLDAP", "COpenSSL", "Secrets", "Threads"]),
        module("SystemdLink", ["CSystemd", "Secrets"]),
        module("JOSE", ["COpenSSL", "JSON", "Secrets"]),
        module("AgentKeys", ["JOSE", "JSON", "Secrets"]),
        module("Authorisation", ["AgentKeys", "JOSE", "JSON", "Requests", "Secrets"]),
        module("AccountPolicy", ["Authorisation", "Requests", "Secrets"]),
        module(
            "Ledger",
            [
                "AccountPolicy", "Authorisation", "FaultPoints", "JOSE", "JSON", "Requests", "Secrets", "SystemdLink",
                "Threads",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        module(
            "Directories",
            ["AccountPolicy", "Authorisation", "FaultPoints", "LDAPClient", "Ledger", "Requests", "Secrets"]),
        module(
            "SocketServer",
            [
                "FaultPoints", "JSON", "Requests", "Secrets",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        module("AgentConfiguration", ["JOSE", "LDAPClient", "Requests"]),
        module(
            "Writeback",
            [
                "AccountPolicy", "AgentKeys", "Authorisation", "Directories", "FaultPoints", "JSON", "Ledger",
                "Requests", "Secrets", "SocketServer", "SystemdLink",
            ]
        ),
        program(
            "writebackd",
            [
                "AccountPolicy", "AgentConfiguration", "AgentKeys", "Authorisation", "Directories", "JOSE", "JSON",
                "LDAPClient", "Ledger", "Requests", "Secrets", "SocketServer", "SystemdLink", "Writeback",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        program(
            "writebackctl",
            [
                "AgentConfiguration", "AgentKeys", "Authorisation", "JOSE", "JSON", "Ledger", "Requests", "Secrets",
                "SystemdLink",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // What scripts/bench sends.
        .executableTarget(
            name: "token-load",
            dependencies: [
                "JOSE", "JSON", "Secrets", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/token-load", swiftSettings: settings),

        // What proves it; real servers, started by scripts/servers.
        .target(
            name: "TestSupport", dependencies: ["JOSE", "JSON", "LDAPClient", "Secrets"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests(
            "AccountPolicyTests",
            ["AccountPolicy", "AgentKeys", "Authorisation", "JOSE", "Requests", "Secrets"]),
        tests("AgentConfigurationTests", ["AgentConfiguration", "LDAPClient", "Requests"]),
        tests("AgentKeysTests", ["AgentKeys", "JOSE", "JSON", "Secrets"]),
        tests("AuthorisationTests", ["AgentKeys", "Authorisation", "JOSE", "JSON", "Requests", "Secrets"]),
        tests(
            "ControlTests",
            [
                "AgentConfiguration", "AgentKeys", "JOSE", "JSON", "Ledger", "Requests", "Secrets", "SystemdLink",
                "writebackctl", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests(
            "DirectoriesTests",
            [
                "AccountPolicy", "AgentKeys", "Authorisation", "Directories", "LDAPClient", "Ledger", "Requests",
                "Secrets", "SystemdLink", "Writeback",
            ]),
        tests("DocumentationTests", ["JSON", "Requests"]),
        tests("EndToEndTests", ["FaultPoints", "JOSE", "JSON", "LDAPClient", "Ledger", "Secrets"]),
        tests("LDAPClientTests", ["CLDAP", "LDAPClient", "Secrets"]),
        tests(
            "LedgerTests",
            [
                "AccountPolicy", "AgentKeys", "Authorisation", "JOSE", "JSON", "Ledger", "Requests", "Secrets",
                "SystemdLink", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests("JOSETests", ["COpenSSL", "JOSE", "JSON", "Secrets"]),
        tests("JSONTests", ["JSON", "Requests", "Secrets"]),
        tests("RequestsTests", ["JSON", "Requests", "Secrets"]),
        tests("SecretsTests", ["Secrets"]),
        tests(
            "SocketServerTests",
            [
                "Requests", "Secrets", "SocketServer",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests("SystemdLinkTests", ["Secrets", "SystemdLink"]),
        tests("WritebackTests", ["Requests", "Writeback"]),
    ]
)

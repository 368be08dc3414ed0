public import LDAPClient
internal import Foundation
internal import Glibc

/// A throw-away Kerberos realm (MIT krb5); it lives as long as this object.
///
/// Its name is its own, so that several are known side by side to the one krb5.conf that a process has.
public final class KDC: Sendable {
    private let folder: String
    private let settings: [String: String]

    /// Starts one on the loopback address.
    ///
    /// - Parameters:
    ///   - ticketLife: For how many seconds its tickets are good.
    ///   - cipher: The encryption type of its keys, as krb5.conf(5) names it.
    ///   - isKnown: Whether this process knows how to reach it.
    public init(
        ticketLife: Int = 36000, cipher: String = "aes256-cts-hmac-sha1-96", isKnown: Bool = true
    ) async throws {
        folder = "\(Repository.temporary)/kdc-\(UInt32.random(in: 0 ... .max))"
        let options = ["--ticket-life", "\(ticketLife)", "--cipher", cipher]
        if isKnown { try await Self.start(folder, options) } else { try await Self.startUnknown(folder, options) }
        settings = try Slapd.read("\(folder)/env")
    }

    deinit {
        // Without the script: an object can end on a thread that must not wait.
        let state = try? Slapd.read("\(folder)/env")
        if let process = state?["PID"].flatMap(pid_t.init) { Glibc.kill(process, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func startUnknown(_ folder: String, _ options: [String]) async throws {
        _ = try KerberosRealms.take()
        try await Command.run(script, ["start", folder, "--realm", "UNKNOWN.TEST"] + options)
    }

    /// A port may have been taken since the realms were laid out; then another realm will do.
    private static func start(_ folder: String, _ options: [String], attempts: Int = 3) async throws {
        let realm = try KerberosRealms.take()
        let place = ["--realm", realm.name, "--port", "\(realm.port)"]
        do {
            try await Command.run(script, ["start", folder] + place + options)
        } catch {
            guard attempts > 1 else { throw error }
            try await start(folder, options, attempts: attempts - 1)
        }
    }

    /// A line of the KDC's env file.
    public subscript(_ key: String) -> String { settings[key] ?? "" }

    var path: String { folder }

    /// The service's key, for the principal in it or for another one.
    public func credentials(principal: String? = nil) -> Credentials {
        .gssapi(Keytab(path: self["CLIENT_KEYTAB"], principal: principal))
    }

    /// How many tickets it has given out for `principal`: `krbtgt/REALM` in exchange for a key, others in exchange for that.
    public func issued(for principal: String) throws -> Int {
        try Repository.text(at: self["LOG"]).split(separator: "\n")
            .count { $0.contains("ISSUE:") && $0.hasSuffix("for \(principal)@\(self["REALM"])") }
    }

    /// Ends it as if the power went.
    public func kill() async throws {
        try await Command.run(Self.script, ["kill9", folder])
    }

    /// Stops it in its tracks: it takes questions and answers none.
    public func freeze() async throws {
        try await Command.run(Self.script, ["freeze", folder])
    }

    /// Lets a frozen one go on.
    public func thaw() async throws {
        try await Command.run(Self.script, ["thaw", folder])
    }

    private static let script = "\(Repository.root)/scripts/servers/kdc"
}

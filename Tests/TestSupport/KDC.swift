public import LDAPClient
internal import Foundation
internal import Glibc

/// A throw-away Kerberos realm (MIT krb5); it lives as long as this object.
///
/// Its name is its own, so that several are known side by side to the one krb5.conf that a process has.
public final class KDC: ThrowAwayServer {
    /// Where it lies.
    public let folder: String
    /// What the env file said when it was started.
    public let settings: [String: String]

    /// Starts one on the loopback address.
    ///
    /// - Parameters:
    ///   - ticketLife: For how many seconds its tickets are good.
    ///   - cipher: The encryption type of its keys, as krb5.conf(5) names it.
    ///   - isKnown: Whether this process knows how to reach it.
    public init(
        ticketLife: Int = 36000, cipher: String = "aes256-cts-hmac-sha1-96", isKnown: Bool = true
    ) async throws {
        folder = Self.newFolder("kdc")
        let options = ["--ticket-life", "\(ticketLife)", "--cipher", cipher]
        if isKnown { try await Self.start(folder, options) } else { try await Self.startUnknown(folder, options) }
        settings = try Self.readEnvironment(in: folder)
    }

    deinit { discard() }

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

    /// The service's key, for the principal in it or for another one.
    public func credentials(principal: String? = nil) -> Credentials {
        .gssapi(Keytab(path: self["CLIENT_KEYTAB"], principal: principal))
    }

    /// How many tickets it has given out for `principal`: `krbtgt/REALM` in exchange for a key, others in exchange for that.
    public func issued(for principal: String) throws -> Int {
        try Repository.text(at: self["LOG"]).split(separator: "\n")
            .count { $0.contains("ISSUE:") && $0.hasSuffix("for \(principal)@\(self["REALM"])") }
    }

    /// The script that runs it.
    public static let script = "\(Repository.root)/scripts/servers/kdc"
}

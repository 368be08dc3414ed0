import AgentKeys
import Foundation
import JOSE
import Requests
import Testing

@testable import writebackctl

/// A folder with the agent's keys and a configuration that names them; it goes with its test.
final class KeyFolder {
    static let start = Timestamp(seconds: 1_700_000_000)

    let folder: String

    var path: String { "\(folder)/keys.jwks" }
    var configuration: String { "\(folder)/writebackd.toml" }

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/writebackd-keys-XXXXXX".utf8CString)
        folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    /// Makes the keys.
    func make(_ curve: EllipticCurve = .p256) throws -> KeySet {
        try KeyFile.make(path, curve: curve, at: Self.start.seconds).keys
    }

    /// Writes a configuration whose table `[keys]` has these lines.
    func configure(_ keys: String) throws {
        let text = """
            [agent]
            name = "test.example.org"
            [callers.portal]
            trust = "peer"
            users = ["www-data"]
            [directory.corp]
            kind = "openldap"
            servers = ["ldaps://ldap1.example.org"]
            base = "ou=people,dc=example,dc=org"
            bind_dn = "cn=writeback,dc=example,dc=org"
            bind_password_credential = "corp"
            [keys]
            \(keys)
            """
        try text.write(toFile: configuration, atomically: false, encoding: .utf8)
    }

    /// The private parts of all keys in the file.
    func privateParts() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).matches(of: /"d":"([^"]*)"/).map { String($0.output.1) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}

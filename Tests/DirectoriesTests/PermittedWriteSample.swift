import AccountPolicy
import AgentKeys
import Authorisation
import Foundation
import JOSE
import Requests
import Secrets

/// Permitted writes that have come the real way, for answers of servers that cannot be had in a test.
enum PermittedWriteSample {
    static func make(
        _ operation: Requests.Operation, to password: String = "Brand-New-1", on facts: AccountFacts
    ) throws -> PermittedWrite {
        let peer = Peer(uid: 1, gid: 1, pid: 1)
        let caller = Caller(
            name: "test", users: [1], groups: [], operations: Set(Requests.Operation.allCases), proof: .peer)
        let path = "\(FileManager.default.temporaryDirectory.path)/keys-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let authorisation = Authorisation(
            callers: [caller], agent: "a", keys: KeyRing(try KeyFile.make(path, curve: .p256, at: 1).keys),
            fingerprintKey: SharedSecret(try Secret(utf8: "k")))
        let text = String(decoding: try JSONEncoder().encode(password), as: UTF8.self)
        let members =
            switch operation {
            case .reset: #","new_password":\#(text)"#
            case .change: #","current_password":"Old-1","new_password":\#(text)"#
            case .unlock, .status: ""
            }
        let body = #"{"jti":"r","op":"\#(operation.rawValue)","account":{"name":"a"}\#(members)}"#
        let request = try authorisation.authorise(try Request(parsing: try Secret(utf8: body)), from: peer)
        return try AccountPolicy(operations: Set(Requests.Operation.allCases), contact: nil)
            .permit(request, on: facts, at: .now)
    }

    /// An account under a policy of Windows: 10 characters, complex, 5 in history.
    static var windowsFacts: AccountFacts {
        var facts = AccountFacts(
            identity: AccountIdentity(directory: "corp", server: "ldaps://dc", distinguishedName: "CN=a", anchor: "1"))
        var rules = PasswordRules()
        (rules.minimumLength, rules.maximumLength, rules.minimumClasses, rules.history) = (10, 256, 3, 5)
        (rules.forbidsNames, rules.remembersOnReset, rules.agesOnReset) = (true, false, false)
        facts.rules = rules
        facts.names = ["alice", "Example"]
        return facts
    }
}

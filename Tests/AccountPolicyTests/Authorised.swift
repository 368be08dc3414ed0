import AccountPolicy
import AgentKeys
import Authorisation
import JOSE
import JSON
import Requests
import Secrets

/// Requests that have come the real way, since there is no other: read, then authorised.
enum Authorised {
    static let peer = Peer(uid: 1001, gid: 9, pid: 1)

    static func request(_ operation: Operation, _ members: String = "") throws -> AuthorisedRequest {
        let passwords =
            switch operation {
            case .reset: #","new_password":"New-1""#
            case .change: #","current_password":"Old-1","new_password":"New-1""#
            case .unlock, .status: ""
            }
        let text = #"{"jti":"r","op":"\#(operation.rawValue)","account":{"name":"a"}\#(passwords)\#(members)}"#
        return try authorisation.get().authorise(try Request(parsing: try Secret(utf8: text)), from: peer)
    }

    private static let authorisation = Result {
        let caller = Caller(
            name: "portal", users: [1001], groups: [], operations: Set(Operation.allCases), proof: .peer)
        return Authorisation(
            callers: [caller], agent: "agent", keys: try KeyRing(reading: try keySet(), source: "test"),
            fingerprintKey: SharedSecret(try Secret(utf8: "k")))
    }

    private static func keySet() throws -> Secret {
        let keys = try ["current", "next"].map { status in
            let members: [(name: String, value: JSONValue)] = [("status", .string(status)), ("iat", 1)]
            let key = try DecryptionKey.generate(.x25519).privateJWK(with: members)
            return key.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
        return try Secret(utf8: "{\"keys\":[" + keys.joined(separator: ",") + "]}")
    }
}

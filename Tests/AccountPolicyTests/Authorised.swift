import AccountPolicy
import Authorisation
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
        let caller = Caller(name: "portal", users: [1001], groups: [], operations: Set(Operation.allCases))
        return try Authorisation(callers: [caller]).authorise(try Request(parsing: try Secret(utf8: text)), from: peer)
    }
}

import AccountPolicy
import Authorisation
import Ledger
import Requests
import Secrets
import SystemdLink

/// Requests and what becomes of them, made the way the flow makes them, since there is no other.
struct Samples: Sendable {
    /// Passwords that occur nowhere else.
    static let (newPassword, currentPassword) = ("NEW-7f3a-marker", "OLD-91cc-marker")

    let peer = Peer(uid: 1001, gid: 1002, pid: 1003)

    func body(_ operation: Operation, id: String = "r-1", _ members: String = "") -> String {
        let passwords =
            switch operation {
            case .reset: #","new_password":"\#(Self.newPassword)""#
            case .change: #","current_password":"\#(Self.currentPassword)","new_password":"\#(Self.newPassword)""#
            case .unlock, .status: ""
            }
        return #"{"jti":"\#(id)","op":"\#(operation.rawValue)","account":{"name":"alice"}\#(passwords)\#(members)}"#
    }

    func begun() -> Story {
        Story(peer: peer, begun: .now, allowance: .seconds(10))
    }

    var identity: AccountIdentity {
        AccountIdentity(
            directory: "corp", server: "ldaps://one.example.test", distinguishedName: "uid=alice,dc=example,dc=test",
            anchor: "7d9b2f6e-0000-4000-8000-1234567890ab")
    }

    func story(_ operation: Operation, id: String = "r-1", _ members: String = "") throws -> Story {
        var story = begun()
        story.caller = "portal"
        story.details = try details(body(operation, id: id, members))
        story.directory = identity.directory
        story.account = identity
        return story
    }

    func details(_ text: String) throws -> RequestDetails {
        try Request(parsing: try Secret(utf8: text)).details
    }

    func permitted(_ operation: Operation, id: String = "r-1", _ members: String = "") throws -> PermittedWrite {
        let request = try Request(parsing: try Secret(utf8: body(operation, id: id, members)))
        let all = Set(Operation.allCases)
        let caller = Caller(name: "portal", users: [1001], groups: [], operations: all)
        var facts = AccountFacts(identity: identity)
        facts.rules = PasswordRules()
        facts.rules?.canAskForChange = true
        (facts.changeMark, facts.lastChange) = ("20240131#1", Timestamp(seconds: 0))
        let authorised = try Authorisation(callers: [caller]).authorise(request, from: peer)
        return try AccountPolicy(operations: all, contact: nil).permit(authorised, on: facts, at: Timestamp(seconds: 9))
    }

    func receipt(wasLocked: Bool = true, shortfall: Shortfall? = nil) -> Receipt {
        Receipt(
            time: Timestamp(seconds: 60), passwordChanged: true, wasLocked: wasLocked, mustChange: false,
            failedAttempts: 3, lastFailedAttempt: Timestamp(seconds: 30), verification: .bind, shortfall: shortfall)
    }
}

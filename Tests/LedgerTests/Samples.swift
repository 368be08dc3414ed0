import AccountPolicy
import Requests
import Secrets
import SystemdLink

@testable import Authorisation
@testable import Ledger

/// Requests and what becomes of them.
struct Samples: Sendable {
    /// Passwords that occur nowhere else.
    static let (newPassword, currentPassword) = ("NEW-7f3a-marker", "OLD-91cc-marker")

    let peer = Peer(uid: 1001, gid: 1002, pid: 1003)
    var allowance: Duration = .seconds(60)

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
        Story(peer: peer, begun: .now, allowance: allowance)
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

    func request(_ id: String) -> RequestIdentity { RequestIdentity(issuer: "peer:portal", id: id) }

    func authorised(
        _ operation: Operation, id: String = "r-1", _ members: String = "",
        passwords: PasswordFingerprint = .sealed([7])
    ) throws -> AuthorisedRequest {
        let request = try Request(parsing: try Secret(utf8: body(operation, id: id, members)))
        let caller = Caller(
            name: "portal", users: [1001], groups: [], operations: Set(Operation.allCases), proof: .peer)
        return AuthorisedRequest(request: request, caller: caller, passwords: passwords)
    }

    func facts() -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        facts.rules = PasswordRules()
        facts.rules?.canAskForChange = true
        (facts.changeMark, facts.lastChange) = ("20240131#1", Timestamp(seconds: 0))
        facts.failedAttempts = 3
        return facts
    }

    func permit(_ authorised: consuming AuthorisedRequest) throws -> PermittedWrite {
        try AccountPolicy(operations: Set(Operation.allCases), contact: nil)
            .permit(authorised, on: facts(), at: Timestamp(seconds: 9))
    }

    func permitted(_ operation: Operation, id: String = "r-1", _ members: String = "") throws -> PermittedWrite {
        try permit(try authorised(operation, id: id, members))
    }

    func receipt(wasLocked: Bool = true, shortfall: Shortfall? = nil) -> Receipt {
        Receipt(
            time: Timestamp(seconds: 60), passwordChanged: true, wasLocked: wasLocked, mustChange: false,
            failedAttempts: 3, lastFailedAttempt: Timestamp(seconds: 30), verification: .bind, shortfall: shortfall)
    }

    /// What the ledger said to a request, in a form that can be compared.
    enum Admitted: Equatable {
        case new
        case answered(String)
        case reopened(Uncertainty?)
        case refused(Refusal)
    }

    /// Takes a request and leaves it taken.
    func take(
        _ ledger: Ledger, _ operation: Operation = .reset, id: String = "r-1", _ members: String = "",
        passwords: PasswordFingerprint = .sealed([7])
    ) async throws -> Admitted {
        var story = try story(operation, id: id, members)
        let authorised = try authorised(operation, id: id, members, passwords: passwords)
        do throws(Refusal) {
            switch try await ledger.take(authorised, story: &story) {
            case .new: return .new
            case .answered(let outcome): return .answered(outcome.reply.body)
            case .reopened(let reopened): return .reopened(reopened.write.cause)
            }
        } catch {
            return .refused(error)
        }
    }

    /// Carries a request out as the flow does; answers with the reply's body.
    @discardableResult
    func carryOut(
        _ ledger: Ledger, _ operation: Operation = .reset, id: String = "r-1", as settlement: Settlement,
        passwords: PasswordFingerprint = .sealed([7]), while work: () async throws -> Void = {}
    ) async throws -> Reply {
        var story = try story(operation, id: id)
        let authorised = try authorised(operation, id: id, passwords: passwords)
        switch try await ledger.take(authorised, story: &story) {
        case .new(let authorised):
            let intent = try await ledger.open(try permit(authorised), story: story)
            try await work()
            return await ledger.settle(intent, as: settlement, story: story).reply
        case .answered(let outcome): return outcome.reply
        case .reopened(let reopened): return await ledger.settle(reopened, as: settlement, story: story).reply
        }
    }

    /// Begins a write and leaves it so, as an agent that is killed does.
    func begin(_ ledger: Ledger, id: String, passwords: PasswordFingerprint = .sealed([7])) async throws {
        var story = try story(.reset, id: id)
        guard
            case .new(let authorised) = try await ledger.take(
                try authorised(.reset, id: id, passwords: passwords), story: &story)
        else { throw Refusal.requestInProgress }
        _ = try await ledger.open(try permit(authorised), story: story)
    }
}

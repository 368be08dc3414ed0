internal import AccountPolicy
internal import LDAPClient
internal import Requests
internal import Secrets

/// How one kind of directory wants an account found, read, written to and proved.
///
/// What is the same for all of them, such as when to look for the truth and when to try again, is in
/// ``DirectorySession``.
protocol Dialect: Sendable {
    /// The attributes that a sign-in name is compared with where the configuration names none.
    var accountAttributes: [String] { get }

    /// What an entry must match to be an account at all, beside what the configuration says.
    var accountFilters: [Filter] { get throws(LDAPError) }

    /// The entry whose immutable anchor is `id`.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` when `id` is no anchor of this kind.
    func anchorFilter(_ id: String) throws(LDAPError) -> Filter

    /// The immutable anchor of an entry; nil when it may not be read.
    func anchor(of entry: Entry) -> String?

    /// The entry that the anchor `id` is the name of; nil where anchors are no names.
    func name(ofAnchor id: String) -> DistinguishedName?

    /// What one search must bring to know an account's state, the anchor included.
    var factAttributes: [String] { get }

    /// The controls that go with that search.
    var factControls: [Control] { get }

    /// The account's state, and the policy that applies to it, read on the connection that found it.
    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts

    /// What must be read to know whether a write is there, the anchor included.
    var sightAttributes: [String] { get }

    /// What an entry shows of the writes to it.
    func sight(of entry: Entry) -> Sight

    /// Whether the entry certainly has no lock: one that may not be read looks like none.
    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool

    /// Why the agent itself refuses a write that the server would take and should not; nil where the server is to judge.
    func objection(to write: borrowing PermittedWrite) -> Refusal?

    /// Whether a change has to be made by the account itself, signed in with its current password: where the server does
    /// not compare that for the agent. A refused sign-in is then the answer to the write.
    var changesAsOwner: Bool { get }

    /// Sends the one exchange that carries the write out.
    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult

    /// What the server's answer to a write means.
    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning

    /// The refusal of a write in the light of another look at the directory, where the server's answer left something open.
    func explained(
        _ refusal: Refusal, of write: borrowing PermittedWrite, to name: DistinguishedName,
        on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async -> Refusal

    /// Whether ``send(_:to:on:deadline:)`` leaves it to ``askForChange(_:on:deadline:)`` to ask for a new password at the
    /// next sign-in.
    var asksForChangeSeparately: Bool { get }

    /// Asks for a new password at the next sign-in, after a reset.
    func askForChange(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool

    /// Whether a refused sign-in of the account shows that the password was right all the same, or wrong.
    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning

    /// Whether an entry shows too little of a new password for anything but a sign-in to prove it.
    var provesBySigningIn: Bool { get }

    /// Whether each server counts wrong passwords, and locks, for itself.
    var locksPerServer: Bool { get }

    /// Clears the account's lock on one more server; success also when there was none.
    func clearLock(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult

    /// Which of the rights that the operations need the agent has on an account, with the way to grant what is missing.
    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding]

    /// Gives the identity that `connection` is bound as another password, with its present one as the proof.
    func changeOwnPassword(
        _ name: DistinguishedName, from old: SharedSecret, to new: SharedSecret, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult

    /// What this directory cannot do or tell, whatever rights the agent has.
    var limits: [DirectoryLimit] { get }
}

extension Dialect {
    var accountFilters: [Filter] { [] }
    var changesAsOwner: Bool { false }
    var factControls: [Control] { [] }
    var asksForChangeSeparately: Bool { false }
    var locksPerServer: Bool { false }
    var provesBySigningIn: Bool { false }

    func name(ofAnchor id: String) -> DistinguishedName? { nil }

    func explained(
        _ refusal: Refusal, of write: borrowing PermittedWrite, to name: DistinguishedName,
        on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async -> Refusal { refusal }

    func objection(to write: borrowing PermittedWrite) -> Refusal? { nil }

    func askForChange(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool { false }

    func clearLock(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult { LDAPResult(code: .success) }
}

public import AccountPolicy
public import Authorisation
internal import Directories
public import Ledger
public import Requests
public import Secrets

/// The way of a request, from its bytes to its reply.
///
///     bytes -> Request -> AuthorisedRequest -> PermittedWrite -> Intent -> Outcome -> reply
///
/// Each value can be made only by the stage before it and is spent by the next one.
public struct WritebackFlow: Sendable {
    let authorisation: Authorisation
    let policy: AccountPolicy
    let directories: DirectorySet
    let ledger: Ledger
    let throttle: WrongPasswordThrottle
    let turns: AccountTurns

    /// A flow through these stages.
    public init(
        authorisation: Authorisation, policy: AccountPolicy, directories: DirectorySet, ledger: Ledger,
        throttle: WrongPasswordThrottle, turns: AccountTurns
    ) {
        self.authorisation = authorisation
        self.policy = policy
        self.directories = directories
        self.ledger = ledger
        self.throttle = throttle
        self.turns = turns
    }

    /// Answers one request; whatever happens, the answer is recorded first.
    ///
    /// - Parameters:
    ///   - body: The bytes as received.
    ///   - story: Who sent them, when, and by when they must be answered.
    public func answer(_ body: consuming Secret, story begun: Story) async -> Reply {
        var story = begun
        story.caller = authorisation.caller(of: story.peer)?.name
        do throws(Refusal) {
            let request = try Self.parsed(body)
            let outcome = try await carryOut(request, &story)
            return outcome.reply
        } catch {
            return ledger.refuse(error, story: story).reply
        }
    }

    /// The body ends here: from now on its passwords exist once.
    private static func parsed(_ body: consuming Secret) throws(Refusal) -> Request {
        try Request(parsing: body)
    }

    private func carryOut(_ request: consuming Request, _ story: inout Story) async throws(Refusal) -> Outcome {
        let details = request.details
        story.details = details
        let authorised = try authorisation.authorise(request, from: story.peer)
        try policy.admit(details.operation)

        let directory = try directories.directory(named: details.directory)
        let name = directory.settings.name
        story.directory = name
        let turn = try await turns.take(
            "\(name) \(details.account)".lowercased(), deadline: story.deadline)
        defer { turn.end() }
        let session = try await directory.session(deadline: story.deadline)
        return try await work(on: session.isolation, authorised, session, &story)
    }

    /// Everything between finding the account and recording the outcome, on the thread of the connection that does it:
    /// a request changes threads once on its way in and once on its way out.
    private func work(
        on isolation: isolated any Actor, _ authorised: consuming AuthorisedRequest,
        _ session: borrowing DirectorySession, _ story: inout Story
    ) async throws(Refusal) -> Outcome {
        let details = authorised.request.details
        let found = try await session.find(details.account)
        story.account = found.identity
        guard details.operation != .status else {
            return ledger.answer(policy.report(on: found, at: .now), story: story)
        }
        // The same account may be at work under another of its names.
        let turn = try await turns.take(found.identity.key, deadline: story.deadline)
        defer { turn.end() }
        let facts = turn.hasWaited ? try await session.find(details.account) : found
        return try await write(authorised, on: session, facts, story)
    }

    private func write(
        _ authorised: consuming AuthorisedRequest, on session: borrowing DirectorySession, _ facts: AccountFacts,
        _ story: Story
    ) async throws(Refusal) -> Outcome {
        let operation = authorised.request.details.operation
        let permitted = try policy.permit(authorised, on: facts, at: .now)
        try throttle.admit(operation, on: facts.identity)
        try session.checkTime(of: story.begun.duration(to: story.deadline))
        let intent = try ledger.open(permitted, story: story)
        let settlement = await session.carryOut(intent)
        throttle.count(settlement, of: operation, on: facts.identity)
        return ledger.settle(intent, as: settlement, story: story)
    }
}

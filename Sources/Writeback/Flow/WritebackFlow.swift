public import AccountPolicy
public import Authorisation
internal import Directories
internal import FaultPoints
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

    /// Answers one request. What became of a write is on record before it is told; so is every other final answer to a
    /// request that was taken, while answers at the door and to `status` are recorded soon after.
    ///
    /// - Parameters:
    ///   - body: The bytes as received.
    ///   - form: What they are.
    ///   - story: Who sent them, when, and by when they must be answered.
    public func answer(_ body: consuming Secret, as form: RequestForm, story begun: Story) async -> Reply {
        var story = begun
        do throws(Refusal) {
            let authorised = try authorise(body, form, &story)
            FaultPoint.authorised.reached()
            let outcome = try await take(authorised, &story)
            FaultPoint.replyReady.reached()
            return outcome.reply
        } catch {
            return await ledger.refuse(error, story: story).reply
        }
    }

    /// The body ends here: from now on its passwords exist once.
    private func authorise(
        _ body: consuming Secret, _ form: RequestForm, _ story: inout Story
    ) throws(Refusal) -> AuthorisedRequest {
        switch form {
        case .plain:
            story.caller = authorisation.caller(of: story.peer)?.name
            try authorisation.admitUnsigned(from: story.peer)
            let request = try Request(parsing: body)
            story.details = request.details
            return try authorisation.authorise(request, from: story.peer)
        case .signed:
            let verified = try authorisation.verify(body, from: story.peer)
            story.caller = verified.caller.name
            story.details = verified.request.details
            return try authorisation.authorise(verified, at: .now)
        }
    }

    /// Sees to it that a request is carried out once, however often it comes.
    private func take(_ authorised: consuming AuthorisedRequest, _ story: inout Story) async throws(Refusal) -> Outcome
    {
        let operation = authorised.request.details.operation
        try policy.admit(operation)
        guard operation != .status else { return try await carryOut(authorised, &story) }
        switch try await ledger.take(authorised, story: &story) {
        case .answered(let outcome): return outcome
        case .new(let authorised): return try await carryOut(authorised, &story)
        case .reopened(let reopened): return try await resume(reopened, &story)
        }
    }

    func carryOut(_ authorised: consuming AuthorisedRequest, _ story: inout Story) async throws(Refusal) -> Outcome {
        let details = authorised.request.details
        let directory = try await directories.directory(
            of: details.account, named: details.directory, deadline: story.deadline)
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
        FaultPoint.accountFound.reached()
        guard details.operation != .status else {
            return await ledger.answer(await report(on: found, session), story: story)
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
        FaultPoint.permitted.reached()
        try throttle.admit(operation, on: facts.identity)
        try session.checkTime(of: story.begun.duration(to: story.deadline))
        let intent = try await ledger.open(permitted, story: story)
        do throws(Refusal) {
            // The disk may have taken its time with the record.
            try session.checkTime(of: story.begun.duration(to: story.deadline))
        } catch {
            return await ledger.settle(intent, as: .refused(error), story: story)
        }
        let settlement = await session.carryOut(intent)
        FaultPoint.verified.reached()
        throttle.count(settlement, of: operation, on: facts.identity)
        return await ledger.settle(intent, as: settlement, story: story)
    }
}

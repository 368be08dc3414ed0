public import AccountPolicy
internal import Authorisation
public import Requests
public import SystemdLink

/// The record of everything the agent decides.
///
/// An intent is recorded before the directory is touched and an outcome before the caller hears of it. While no record
/// can be made nothing is written; what was decided meanwhile is told to the journal, marked as late, when it is back.
public final class Ledger: Sendable {
    private let queue: JournalQueue
    private let agent: String?
    private let contact: String?

    /// Keeps its records in the journal behind `sender`.
    ///
    /// - Parameters:
    ///   - agent: The agent's name, which every entry carries; nil where no configuration says.
    ///   - contact: The organisation's text on whom to ask, for refusals.
    public convenience init(sender: JournalSender, agent: String?, contact: String? = nil) {
        self.init(queue: JournalQueue(sender: sender), agent: agent, contact: contact)
    }

    private init(queue: JournalQueue, agent: String?, contact: String?) {
        self.queue = queue
        self.agent = agent
        self.contact = contact
    }

    /// The same records for a new configuration.
    ///
    /// - Parameters:
    ///   - agent: The agent's name, which every entry then carries.
    ///   - contact: The organisation's text on whom to ask, for refusals.
    public func with(agent: String, contact: String?) -> Ledger {
        Ledger(queue: queue, agent: agent, contact: contact)
    }

    /// Why no record can be made just now, or nil.
    public var failure: String? { queue.failure?.description }

    /// Tries again to tell the journal what it has not been told; to be called about once a second.
    public func flush() {
        queue.flush()
    }

    /// Records that a permitted write is about to be sent.
    ///
    /// - Throws: ``Refusal/auditUnavailable(_:)`` when the record cannot be made; nothing may then be written.
    public func open(_ permitted: consuming PermittedWrite, story: Story) throws(Refusal) -> Intent {
        let details = permitted.authorised.request.details
        var entry = Record.entry(
            .begun(details.operation), "\(details.operation.rawValue) of \(story.subject) begins")
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story)
        entry.append("WRITEBACK_CHANGE_MARK", permitted.facts.changeMark)
        entry.append("WRITEBACK_LAST_CHANGE", permitted.facts.lastChange?.description)
        do {
            try queue.send(entry)
        } catch {
            throw .auditUnavailable(error.description)
        }
        return Intent(recorded: permitted)
    }

    /// Records how a write ended, and makes the answer of it.
    public func settle(_ intent: consuming Intent, as settlement: Settlement, story: Story) -> Outcome {
        switch settlement {
        case .applied(let receipt): settle(receipt, story)
        case .refused(let refusal): refuse(refusal, story: story, isWrite: true)
        case .unknown(let uncertainty): settle(uncertainty, story)
        }
    }

    /// Records that a request was turned down or could not be carried out, and makes the answer of it.
    public func refuse(_ refusal: Refusal, story: Story) -> Outcome {
        refuse(refusal, story: story, isWrite: false)
    }

    /// Records that an account's status was told, and makes the answer of it.
    public func answer(_ report: StatusReport, story: Story) -> Outcome {
        var entry = Record.entry(.statusAnswered, "status of \(story.subject) told")
        entry.append("WRITEBACK_OUTCOME", OutcomeKind.answered.rawValue)
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story)
        queue.keep(entry, isWrite: false)
        return Outcome(recorded: Reply(report: report, story: story))
    }

    /// Records something that happened to the agent itself.
    ///
    /// - Parameters:
    ///   - message: One line for a person.
    ///   - fields: Further fields by their journal names.
    public func note(_ event: Event, _ message: String, fields: KeyValuePairs<JournalFieldName, String> = [:]) {
        var entry = Record.entry(event, message)
        entry.append("WRITEBACK_AGENT", agent)
        for (name, value) in fields { entry.append(name, value) }
        queue.keep(entry, isWrite: false)
    }

    private func refuse(_ refusal: Refusal, story: Story, isWrite: Bool) -> Outcome {
        let code = refusal.entry.code
        var entry = Record.entry(refusal, "\(story.operation) of \(story.subject) \(refusal.verdict): \(code)")
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story)
        queue.keep(entry, isWrite: isWrite)
        return Outcome(recorded: Reply(refusal: refusal, story: story, contact: contact))
    }

    private func settle(_ receipt: Receipt, _ story: Story) -> Outcome {
        let event = Event.applied(story, receipt)
        var entry = Record.entry(event, "\(story.operation) of \(story.subject) applied")
        entry.append(receipt)
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story)
        queue.keep(entry, isWrite: true)
        return Outcome(recorded: Reply(receipt: receipt, story: story))
    }

    private func settle(_ uncertainty: Uncertainty, _ story: Story) -> Outcome {
        var entry = Record.entry(
            .outcomeUnknown, "\(story.operation) of \(story.subject): outcome unknown (\(uncertainty.rawValue))")
        entry.append("WRITEBACK_OUTCOME", OutcomeKind.unknown.rawValue)
        entry.append("WRITEBACK_CAUSE", uncertainty.rawValue)
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story)
        queue.keep(entry, isWrite: true)
        return Outcome(recorded: Reply(uncertainty: uncertainty, story: story, contact: contact))
    }
}

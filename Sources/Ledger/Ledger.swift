public import Requests
public import SystemdLink

/// The record of everything the agent decides.
///
/// An intent is on disk before the directory is written to, and the outcome of a request that was taken before the caller
/// hears of it; refusals at the door, statuses and answers given again come soon after. The journal is told each record
/// when it is on disk, in order, however late. A request that comes again is answered from here. While no
/// record can be made nothing is written.
public final class Ledger: Sendable {
    let core: LedgerCore
    let agent: String?
    let contact: String?
    private let threads: LedgerThreads

    /// Opens the ledger, and makes a new one where there is none.
    ///
    /// It never fails: a ledger that cannot be used says why in ``failure``, refuses every write, tells the journal
    /// what is decided, and is tried again every second where that can help.
    ///
    /// - Parameters:
    ///   - sender: Tells the journal.
    ///   - agent: The agent's name, which every entry carries; nil where no configuration says.
    ///   - contact: The organisation's text on whom to ask, for refusals.
    public static func open(
        _ settings: LedgerSettings, sender: JournalSender, agent: String?, contact: String? = nil
    ) -> Ledger {
        let core = LedgerCore(settings: settings)
        let threads = LedgerThreads(core: core, sender: sender)
        return Ledger(core: core, threads: threads, agent: agent, contact: contact)
    }

    private init(core: LedgerCore, threads: LedgerThreads, agent: String?, contact: String?) {
        self.core = core
        self.threads = threads
        self.agent = agent
        self.contact = contact
    }

    /// The same records for a new configuration.
    ///
    /// - Parameters:
    ///   - agent: The agent's name, which every entry then carries.
    ///   - contact: The organisation's text on whom to ask, for refusals.
    public func with(agent: String, contact: String?) -> Ledger {
        Ledger(core: core, threads: threads, agent: agent, contact: contact)
    }

    /// Why no record can be made just now and what to do about it, or nil.
    public var failure: String? { core.failure?.description }

    /// Why the journal takes nothing just now, or nil. Records are kept for it.
    public var journalFailure: String? { core.shipping.failure?.description }

    /// Records what waits, tells the journal as much as it takes, and lets go of the file. Nothing is recorded after.
    ///
    /// It blocks until that is done: as long as the disk takes, and for one attempt at a journal that is away.
    public func close() {
        threads.close()
    }

    /// Records something that happened to the agent itself.
    ///
    /// - Parameters:
    ///   - message: One line for a person.
    ///   - fields: Further fields by their journal names.
    public func note(_ event: Event, _ message: String, fields: KeyValuePairs<JournalFieldName, String> = [:]) {
        core.enqueue(Submission(.other, entry(event, message, fields)))
    }

    /// Records that something other than an account is about to be written; it is on disk when this returns.
    ///
    /// - Throws: ``Refusal/auditUnavailable(_:)`` when the record cannot be made; nothing may then be written.
    public func begin(
        _ event: Event, _ message: String, fields: KeyValuePairs<JournalFieldName, String>
    ) async throws(Refusal) {
        do {
            try await core.record(Submission(.intent, entry(event, message, fields)))
        } catch {
            throw .auditUnavailable(error.description)
        }
    }

    private func entry(
        _ event: Event, _ message: String, _ fields: KeyValuePairs<JournalFieldName, String>
    ) -> JournalEntry {
        var entry = Record.entry(event, message)
        entry.append("WRITEBACK_AGENT", agent)
        for (name, value) in fields { entry.append(name, value) }
        return entry
    }

    /// Removes what is older than the retention now, and not at the next full hour.
    func prune() async {
        await withCheckedContinuation { continuation in
            if !core.submissions.add(continuation) { continuation.resume() }
        }
    }

    /// An entry with the agent's name and all that is known of a request.
    func entry(_ entry: JournalEntry, _ story: Story, isTimed: Bool = true) -> JournalEntry {
        var entry = entry
        entry.append("WRITEBACK_AGENT", agent)
        entry.append(story, isTimed: isTimed)
        return entry
    }
}

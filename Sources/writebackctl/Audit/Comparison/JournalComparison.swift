internal import JOSE
internal import Requests
internal import SystemdLink

/// Holds the entries of a journal against the rows of a ledger, one entry after the other, in whatever order.
struct JournalComparison: ~Copyable {
    /// How many entries of each kind are kept as examples.
    static let limit = 10

    private(set) var rows: LedgerRows
    private(set) var tally = EntryTally()
    /// The first entries that say something else than their row.
    private(set) var contested: [ContestedEntry] = []
    /// The first entries that no row accounts for.
    private(set) var foreign: [ForeignEntry] = []
    private var hasher = SHA256()

    init(against rows: LedgerRows) {
        self.rows = rows
    }

    /// Takes the journal's next entry of the agent's unit.
    ///
    /// - Parameter isNewer: Whether it may have been made after the rows were read, so that its row need not be there.
    mutating func take(_ entry: StoredEntry, isNewer: Bool) {
        let record = JournalRecord(entry, with: &hasher)
        guard rows.areOf(record.agent) else { return tally.otherAgents += 1 }
        if isNewer, case .link(let link) = record.place, link.sequence > rows.last ?? 0 { return }
        tally.count(record)
        switch record.place {
        case .none: tally.withoutSequence += 1
        case .unreadable: reject(.unreadable, nil, record, entry)
        case .link(let link): hold(link, record, entry)
        }
    }

    private mutating func hold(_ link: EntryLink, _ record: JournalRecord, _ entry: StoredEntry) {
        // What was pruned from the ledger may live on in the journal.
        if let first = rows.first, link.sequence < first { return tally.beforeLedger += 1 }
        guard let hash = rows.hash(of: link.sequence) else { return reject(.noRow, link.sequence, record, entry) }
        guard hash != link.hash else { return confirm(link.sequence) }
        if let previous = rows.hash(of: link.sequence - 1), previous != link.previous {
            return reject(.otherChain, link.sequence, record, entry)
        }
        contest(link.sequence, record, entry)
    }

    private mutating func confirm(_ sequence: UInt64) {
        if rows.table[sequence].marks.contains(.isConfirmed) {
            tally.repeats += 1
        } else {
            tally.identical += 1
            rows.mark(sequence, .isConfirmed)
        }
        tally.keep(sequence)
    }

    private mutating func contest(_ sequence: UInt64, _ record: JournalRecord, _ entry: StoredEntry) {
        tally.contested += 1
        rows.mark(sequence, .isContested)
        tally.keep(sequence)
        guard contested.count < Self.limit else { return }
        let foreign = ForeignEntry(cause: .second, sequence: sequence, time: record.time, cursor: entry.cursor)
        contested.append(
            ContestedEntry(sequence: sequence, fields: RecordBody.fields(of: entry), foreign: foreign))
    }

    private mutating func reject(
        _ cause: ForeignEntry.Cause, _ sequence: UInt64?, _ record: JournalRecord, _ entry: StoredEntry
    ) {
        tally.foreign[cause, default: 0] += 1
        guard foreign.count < Self.limit else { return }
        foreign.append(ForeignEntry(cause: cause, sequence: sequence, time: record.time, cursor: entry.cursor))
    }
}

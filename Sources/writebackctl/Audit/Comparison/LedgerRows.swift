internal import Ledger

/// The hashes of the ledger's rows, by which an entry is known without its row: 64 bytes for each.
///
/// Entries do not come in the order of the rows, since what was not told in time is told late or twice. So the rows are
/// held ready for any order, rather than walked beside the journal.
struct LedgerRows {
    private(set) var table = SequenceTable(empty: LedgerSlot())
    /// The sequence of the oldest row, nil without rows.
    private(set) var first: UInt64?
    /// The sequence of the newest row.
    private(set) var last: UInt64?
    /// How many rows there are.
    private(set) var count = 0
    /// The names that the agent has in the rows; nil for rows that give none.
    private(set) var agents: Set<String?> = []
    /// The hash before the oldest row: that of the last one that was pruned, or zero.
    private var base = Digest.zero

    /// Adds the next row; a hash of another size than it should have is left out, as no entry can match it.
    mutating func add(_ row: LedgerRow) {
        let body = RecordBody(bytes: row.body)
        guard let sequence = UInt64(exactly: row.link.sequence), sequence > 0,
            let hash = Digest(row.link.hash)
        else { return }
        if first == nil { base = Digest(row.previousHash) ?? .zero }
        table[sequence] = LedgerSlot(hash: hash, marks: .isRow)
        count += 1
        first = first ?? sequence
        last = sequence
        agents.insert(body.firstValue(of: "WRITEBACK_AGENT"))
    }

    /// The hash of a row, or of the one before the oldest row.
    func hash(of sequence: UInt64) -> Digest? {
        if let first, sequence == first - 1 { return base }
        let slot = table[sequence]
        return slot.marks.contains(.isRow) ? slot.hash : nil
    }

    /// Notes what the journal says about a row.
    mutating func mark(_ sequence: UInt64, _ marks: LedgerSlot.Marks) {
        table[sequence].marks.formUnion(marks)
    }

    /// Whether an entry with that name is about these rows. One without a name always is: an agent has none before it has
    /// read its configuration.
    func areOf(_ agent: String?) -> Bool {
        agent == nil || agents.contains(agent)
    }
}

internal import JOSE
internal import Requests
internal import SystemdLink

/// An entry of the agent as a record of the chain.
struct JournalRecord: Sendable {
    /// Its place in the chain.
    enum Place: Equatable {
        /// It has no sequence: it was made while the ledger took no records.
        case none
        /// It has a sequence that is no number, or no readable hash of the record before.
        case unreadable
        case link(EntryLink)
    }

    let place: Place
    /// The agent's name, nil where the entry gives none.
    let agent: String?
    /// Whether it was sent again or later than it was made.
    let isLate: Bool
    /// When journald received it.
    let time: Timestamp

    init(_ entry: StoredEntry, with hasher: inout SHA256) {
        place = Self.place(of: entry, with: &hasher)
        agent = entry.text("WRITEBACK_AGENT")
        isLate = entry.text("WRITEBACK_LATE") != nil
        time = Timestamp(seconds: Int(entry.realtime / 1_000_000))
    }

    private static func place(of entry: StoredEntry, with hasher: inout SHA256) -> Place {
        guard entry.fields.contains(where: { $0.name == "WRITEBACK_SEQUENCE" }) else { return .none }
        guard let text = entry.text("WRITEBACK_SEQUENCE"), let sequence = UInt64(text), String(sequence) == text,
            sequence > 0, let previous = entry.text("WRITEBACK_PREVIOUS_HASH").flatMap(Digest.init(hexadecimal:))
        else { return .unreadable }
        let body = RecordBody(RecordBody.fields(of: entry))
        let hash = body.hash(sequence, after: previous, with: &hasher)
        return .link(EntryLink(sequence: sequence, previous: previous, hash: hash))
    }
}

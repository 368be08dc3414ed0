/// A record in its place in the chain.
struct ChainedRecord: Sendable {
    let link: ChainLink
    let previousHash: [UInt8]
    let body: [UInt8]

    /// The journal entry that tells it, in the native protocol.
    ///
    /// - Parameter isLate: Whether the journal may have been told before, or later than it happened.
    func journalEntry(isLate: Bool) -> [UInt8] {
        let previous = ChainLink(sequence: 0, hash: previousHash).hexadecimal
        let place = "WRITEBACK_SEQUENCE=\(link.sequence)\nWRITEBACK_PREVIOUS_HASH=\(previous)\n"
        return body + Array((isLate ? place + "WRITEBACK_LATE=1\n" : place).utf8)
    }
}

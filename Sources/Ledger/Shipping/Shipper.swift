internal import SystemdLink

/// Tells the journal what has been recorded, in order, on a thread of its own.
struct Shipper: Sendable {
    /// How long after a failed attempt the next one is made; a journal that hangs costs each its whole timeout.
    private static let pause: Duration = .seconds(1)
    /// Records read from the table at once.
    private static let chunk = 256

    let queue: ShippingQueue
    let sender: JournalSender
    /// Reads records that are no longer in memory; nil while the ledger cannot be read.
    let read: @Sendable (_ after: Int, _ count: Int) -> [ChainedRecord]?
    /// Tells the ledger that the journal is back.
    let announce: @Sendable (_ late: Int, _ lost: Int) -> Void

    /// Ships until the queue is closed and empty, or closed with the journal away.
    func run() {
        while let work = queue.next() {
            guard ship(work) else { return }
        }
    }

    /// - Returns: Whether to go on.
    private func ship(_ work: ShippingWork) -> Bool {
        switch work {
        case .record(let record, let isLate): return send(record.journalEntry(isLate: isLate), for: work)
        case .unrecorded(let entry): return send(entry, for: work)
        case .behind(let sequence):
            guard let records = read(sequence, Self.chunk), !records.isEmpty else {
                return queue.wait(after: nil, atMost: Self.pause)
            }
            queue.restore(records)
            return true
        }
    }

    private func send(_ entry: [UInt8], for work: ShippingWork) -> Bool {
        do throws(JournalError) {
            try sender.send(encoded: entry)
        } catch {
            return queue.wait(after: error, atMost: Self.pause)
        }
        if let recovery = queue.taken(work) { announce(recovery.late, recovery.lost) }
        return true
    }
}

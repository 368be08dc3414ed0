internal import SystemdLink
internal import Threads

/// What the journal has not been told yet, and how far it has been told.
///
/// A record stays here, or in the ledger's table, until the journal has taken it; so nothing waits for the journal.
final class ShippingQueue: @unchecked Sendable {
    /// Records kept in memory; while there are more the table is read.
    static let memory = 4096
    /// Records that are told once more when the journal has been away: it may have ended with them in its socket, unread.
    /// A socket queues 512 datagrams (unix(7), max_dgram_qlen).
    static let doubt = 1000
    /// How long the journal is told what waits when no more comes; the rest is told after the next start.
    private static let closingTime: Duration = .seconds(3)
    /// Entries kept that are no records and tell of no write; one more is dropped and counted.
    static let capacity = 10_000

    // Unchecked: all are used only with the monitor's lock held.
    private var records: ArraySlice<ChainedRecord> = []
    private var unrecorded: ArraySlice<[UInt8]> = []
    private var dropped = 0
    private var committed = 0
    private var taken = 0
    private var lateThrough = 0
    private var lastFailure: JournalError?
    private var isClosed = false
    private var closingEnd = ContinuousClock.now

    private let monitor = Monitor()

    /// The last record that the journal has taken.
    var shipped: Int { monitor.withLock { taken } }

    /// Why the journal takes nothing, or nil while it does.
    var failure: JournalError? { monitor.withLock { lastFailure } }

    /// Begins, or goes on after the ledger was away, with a chain that ends at `head`.
    ///
    /// - Parameter shipped: The last record of which the ledger knows that the journal has it; what comes after it may
    ///   be there too.
    func begin(head: Int, shipped: Int) {
        monitor.withLock {
            // Another, shorter chain is a new ledger: what was told of the old one says nothing about it.
            let isSame = head >= committed && taken >= shipped
            if !isSame || committed == 0 { lateThrough = head }
            (taken, committed) = (isSame ? taken : shipped, head)
            records = []
            monitor.broadcast()
        }
    }

    /// Takes records that have come to disk.
    func add(_ added: [ChainedRecord]) {
        monitor.withLock {
            guard let first = added.first, let last = added.last else { return }
            let follows = records.last.map { $0.link.sequence + 1 == first.link.sequence } ?? true
            if follows, records.count < Self.memory { records += added }
            committed = last.link.sequence
            monitor.broadcast()
        }
    }

    /// Takes an entry that the ledger did not.
    ///
    /// - Parameter isWrite: Whether it tells how a write ended; such entries are kept however many there are.
    func add(unrecorded entry: [UInt8], isWrite: Bool) {
        monitor.withLock {
            guard isWrite || unrecorded.count < Self.capacity else { return dropped += 1 }
            unrecorded.append(entry)
            monitor.broadcast()
        }
    }

    /// What comes next, after waiting for something; nil when nothing waits and nothing will come.
    func next() -> ShippingWork? {
        monitor.withLock {
            while true {
                if isClosed, .now > closingEnd { return nil }
                if let work { return work }
                if isClosed { return nil }
                monitor.wait(atMost: .seconds(60))
            }
        }
    }

    private var work: ShippingWork? {
        while let first = records.first, first.link.sequence <= taken { records.removeFirst() }
        if let first = records.first, first.link.sequence == taken + 1 {
            return .record(first, isLate: isLate(first.link.sequence))
        }
        if taken < committed { return .behind(sequence: taken) }
        return unrecorded.first.map { .unrecorded($0) }
    }

    private func isLate(_ sequence: Int) -> Bool { lastFailure != nil || sequence <= lateThrough }

    /// Puts back into memory what was read from the table.
    func restore(_ read: [ChainedRecord]) {
        monitor.withLock {
            guard let first = read.first?.link.sequence, let last = read.last?.link.sequence else { return }
            // Records before the first may have been pruned.
            taken = max(taken, first - 1)
            let later = records.drop { $0.link.sequence <= last }
            // What is in memory must be without gaps; the rest is in the table.
            let follows = later.first?.link.sequence == last + 1
            records = read[...] + (follows ? later : [])
        }
    }

    /// Notes that the journal has taken `work`.
    ///
    /// - Returns: How many records come late and how many entries were lost, where the journal has just come back.
    func taken(_ work: ShippingWork) -> (late: Int, lost: Int)? {
        monitor.withLock {
            let isBack = lastFailure != nil
            let recovery = (late: committed - taken + unrecorded.count, lost: dropped)
            if isBack { (lastFailure, lateThrough, dropped) = (nil, committed, 0) }
            switch work {
            case .record(let record, _): taken = record.link.sequence
            case .unrecorded: unrecorded.removeFirst()
            case .behind: break
            }
            return isBack ? recovery : nil
        }
    }

    /// Notes that the journal did not take what it was told, and waits before the next attempt.
    ///
    /// - Returns: Whether to go on trying.
    func wait(after failure: JournalError?, atMost pause: Duration) -> Bool {
        monitor.withLock {
            if failure != nil, lastFailure == nil { taken = max(0, taken - Self.doubt) }
            lastFailure = failure ?? lastFailure
            let end = ContinuousClock.now + pause
            while !isClosed, .now < end { monitor.wait(atMost: ContinuousClock.now.duration(to: end)) }
            return !isClosed
        }
    }

    /// Takes no more; what the journal can be told is still told.
    func close() {
        monitor.withLock {
            (isClosed, closingEnd) = (true, .now + Self.closingTime)
            monitor.broadcast()
        }
    }
}

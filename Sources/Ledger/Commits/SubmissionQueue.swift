internal import Threads

/// Submissions in the order in which they came.
final class SubmissionQueue: @unchecked Sendable {
    /// How many may wait that nobody waits for; one more is dropped and counted.
    static let capacity = 10_000

    // Unchecked: all are used only with the monitor's lock held.
    private var batch = Batch()
    private var unawaited = 0
    private var isClosed = false

    private let monitor = Monitor()

    /// Adds `submission` to the next batch; answers false where it is turned away.
    func add(_ submission: Submission) -> Bool {
        monitor.withLock {
            guard !isClosed else { return false }
            if submission.waiter == nil {
                guard unawaited < Self.capacity else {
                    batch.dropped += 1
                    return false
                }
                unawaited += 1
            }
            batch.submissions.append(submission)
            monitor.broadcast()
            return true
        }
    }

    /// Asks for what is too old to be removed; answers false where it is too late.
    func add(_ pruning: CheckedContinuation<Void, Never>) -> Bool {
        monitor.withLock {
            guard !isClosed else { return false }
            batch.prunings.append(pruning)
            monitor.broadcast()
            return true
        }
    }

    /// Everything that waits, after waiting at most `limit` for something; nil when there is nothing and will be nothing.
    func next(waitingAtMost limit: Duration) -> Batch? {
        monitor.withLock {
            if isEmpty, !isClosed { monitor.wait(atMost: limit) }
            guard !isEmpty || !isClosed else { return nil }
            defer { (batch, unawaited) = (Batch(), 0) }
            return batch
        }
    }

    /// How many wait.
    var count: Int { monitor.withLock { batch.submissions.count } }

    private var isEmpty: Bool { batch.submissions.isEmpty && batch.prunings.isEmpty }

    /// Takes no more; what waits is still handed out.
    func close() {
        monitor.withLock {
            isClosed = true
            monitor.broadcast()
        }
    }
}

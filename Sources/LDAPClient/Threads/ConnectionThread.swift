internal import Threads

/// The one thread that a connection's blocking calls run on, as the executor of its actor.
///
/// It keeps those calls off the few threads that all other Swift tasks share. It ends when ``stop()`` was called and
/// the work that was queued until then is done.
final class ConnectionThread: SerialExecutor, @unchecked Sendable {
    // Unchecked: both are used only with the monitor's lock held.
    private var jobs: [UnownedJob] = []
    private var isStopped = false

    private let monitor = Monitor()

    /// Starts the thread.
    init() throws(LDAPError) {
        try DetachedThread.begin { [self] in run() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        monitor.withLock {
            jobs.append(job)
            monitor.signal()
        }
    }

    /// Lets the thread end once its queue is empty.
    func stop() {
        monitor.withLock {
            isStopped = true
            monitor.signal()
        }
    }

    private func run() {
        while let batch = nextBatch() {
            for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    private func nextBatch() -> [UnownedJob]? {
        monitor.withLock {
            while jobs.isEmpty, !isStopped { monitor.wait() }
            guard !jobs.isEmpty else { return nil }
            defer { jobs.removeAll(keepingCapacity: true) }
            return jobs
        }
    }
}

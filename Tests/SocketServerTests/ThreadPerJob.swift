import Foundation

/// Runs each job on a thread of its own.
///
/// The client of these tests blocks while it waits for the server, which runs in the same process: on the few threads of
/// the default executor both could wait for each other.
final class ThreadPerJob: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

internal import NIOCore

/// Runs the tasks of a connection on the connection's own event loop.
///
/// Without it, each of a request's parts would wake a thread of the shared pool, and each of the reply's would wake the
/// event loop again: more time than the rest of the serving takes.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

internal import Glibc

/// Starts threads that end by themselves.
enum DetachedThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs `body` on a new thread that takes no signals: those belong to the program's own threads.
    ///
    /// - Throws: ``LedgerError/inaccessible(path:reason:)`` when the system has no more threads to give.
    static func start(for path: String, _ body: @escaping @Sendable () -> Void) throws(LedgerError) {
        let argument = Unmanaged.passRetained(Body(body))
        let failure = withSignalsBlocked { create(argument) }
        guard failure == 0 else {
            argument.release()
            throw .inaccessible(path: path, reason: "no thread could be started: \(String(cString: strerror(failure)))")
        }
    }

    private static func create(_ argument: Unmanaged<Body>) -> Int32 {
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            }, argument.toOpaque())
        return failure == 0 ? pthread_detach(thread) : failure
    }

    /// A new thread inherits the mask, so it is set around its creation.
    private static func withSignalsBlocked(_ body: () -> Int32) -> Int32 {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return body()
    }
}

internal import Glibc

/// Starts threads that end by themselves and that nobody waits for.
public enum DetachedThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs `body` on a new thread that takes no signals: those belong to the program's own threads, and must not
    /// interrupt a system call inside a C library.
    ///
    /// - Throws: ``ThreadError`` when the system has no more threads to give.
    public static func start(_ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let argument = Unmanaged.passRetained(Body(body))
        let failure = withSignalsBlocked { create(&attributes, argument) }
        guard failure == 0 else {
            argument.release()
            throw ThreadError(code: failure)
        }
    }

    private static func create(_ attributes: inout pthread_attr_t, _ argument: Unmanaged<Body>) -> Int32 {
        var thread = pthread_t()
        return pthread_create(
            &thread, &attributes,
            { pointer in
                if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            }, argument.toOpaque())
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

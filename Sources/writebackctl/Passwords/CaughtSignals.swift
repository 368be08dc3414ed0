internal import Glibc
internal import Synchronization

/// Keeps the signals of a terminal from ending the program while the terminal's echo is off.
enum CaughtSignals {
    private static let signals = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP]

    /// The signal that came last; 0 for none.
    private static let last = Atomic<Int32>(0)

    /// Runs `body`; a signal interrupts its system calls (EINTR) and takes its usual effect only after it.
    static func during<Result: ~Copyable>(
        _ body: () throws(PasswordError) -> Result
    ) throws(PasswordError) -> Result {
        last.store(0, ordering: .relaxed)
        let before = signals.map(catchSignal)
        defer {
            for (signal, action) in zip(signals, before) { restore(signal, action) }
            let signal = last.load(ordering: .relaxed)
            if signal != 0 { raise(signal) }
        }
        return try body()
    }

    /// Without SA_RESTART, so that a read that waits for the person ends.
    private static func catchSignal(_ signal: Int32) -> sigaction {
        var (action, before) = (sigaction(), sigaction())
        action.__sigaction_handler.sa_handler = { signal in CaughtSignals.last.store(signal, ordering: .relaxed) }
        sigaction(signal, &action, &before)
        return before
    }

    private static func restore(_ signal: Int32, _ action: sigaction) {
        var action = action
        sigaction(signal, &action, nil)
    }
}

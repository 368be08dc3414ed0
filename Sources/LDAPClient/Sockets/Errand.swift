internal import Glibc
internal import Threads

/// Work that blocks, knows no deadline and cannot be interrupted, on a thread of its own.
///
/// When time is up the thread is left behind, and ends when the work does. The waiting side sleeps on one end of a socket
/// pair: it becomes readable when the answer is there, and shutting it down is how the wait is cut.
final class Errand<Answer: Sendable>: @unchecked Sendable {
    // Unchecked: written once by the errand's thread before it closes its end, read only after that.
    private var answer: Answer?

    private init() {}

    /// Runs `body` and waits for what it answers.
    ///
    /// - Returns: The answer; nil when `limit` passed or the wait was cut, with `body` still running.
    static func run(
        until limit: ContinuousClock.Instant, _ guarded: GuardedSocket, _ body: @escaping @Sendable () -> Answer
    ) throws(LDAPError) -> Answer? {
        let errand = Errand()
        let (here, there) = try makePair()
        defer { close(here) }
        do throws(LDAPError) {
            try guarded.attach(here)
            try DetachedThread.begin {
                errand.answer = body()
                close(there)
            }
        } catch {
            close(there)
            throw error
        }
        return guarded.wait(here, for: POLLIN, until: limit) ? errand.answer : nil
    }

    private static func makePair() throws(LDAPError) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .local("no socket: \(String(cString: strerror(errno)))")
        }
        return (ends[0], ends[1])
    }
}

internal import Glibc

/// A lock with a condition to wait for (pthreads(7)); a thread that waits costs nothing and blocks no Swift task.
///
/// Mutexes of the standard library have no condition, and a thread that owns a C handle must sleep until there is work.
public final class Monitor: @unchecked Sendable {
    // Unchecked: pthread objects are made for use from many threads and only need a stable address.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// Makes a monitor whose lock nobody holds.
    public init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // The system's clock may be set while somebody waits.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Runs `body` with the lock held, which must not be held already.
    public func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes one waiter. Call with the lock held or not.
    public func signal() {
        pthread_cond_signal(condition)
    }

    /// Wakes all who wait. Call with the lock held or not.
    public func broadcast() {
        pthread_cond_broadcast(condition)
    }

    /// Sleeps until woken, or without any reason; call with the lock held, which is released meanwhile.
    public func wait() {
        pthread_cond_wait(condition, mutex)
    }

    /// As ``wait()``, but no longer than until `instant`.
    public func wait(until instant: ContinuousClock.Instant) {
        wait(atMost: ContinuousClock.now.duration(to: instant))
    }

    /// As ``wait()``, but no longer than `limit`.
    public func wait(atMost limit: Duration) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        var end = timespec(Duration(now) + max(.zero, limit))
        pthread_cond_timedwait(condition, mutex, &end)
    }
}

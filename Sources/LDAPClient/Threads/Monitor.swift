internal import Glibc

/// A lock with a condition to wait for, on the monotonic clock (pthread_cond_timedwait(3)).
///
/// Mutexes of the standard library have no condition, and a thread that owns a C handle must sleep until there is work.
final class Monitor: @unchecked Sendable {
    // Unchecked: pthread objects are made for use from many threads and only need a stable address.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
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

    func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes one waiter. Call with the lock held or not.
    func signal() {
        pthread_cond_signal(condition)
    }

    /// Sleeps until signalled, or without any reason; call with the lock held, which is released meanwhile.
    func wait() {
        pthread_cond_wait(condition, mutex)
    }

    /// As ``wait()``, but no longer than until `instant`.
    func wait(until instant: ContinuousClock.Instant) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let wake = Duration(time) + max(.zero, ContinuousClock.now.duration(to: instant))
        var limit = timespec(wake)
        pthread_cond_timedwait(condition, mutex, &limit)
    }
}

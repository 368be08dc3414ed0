import Synchronization

/// A clock that stands still until it is set forward.
final class SetClock: Sendable {
    private let instant = Mutex(ContinuousClock.Instant.now)

    /// Tells its time.
    var now: @Sendable () -> ContinuousClock.Instant {
        { self.instant.withLock { $0 } }
    }

    func advance(by duration: Duration) {
        instant.withLock { $0 += duration }
    }
}

import Requests
import Synchronization

/// A clock that stands still until it is set.
final class TestClock: Sendable {
    private let seconds = Mutex(1_000_000)

    var now: Timestamp { Timestamp(seconds: seconds.withLock { $0 }) }

    func advance(_ count: Int) { seconds.withLock { $0 += count } }
}

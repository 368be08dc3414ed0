internal import Requests
internal import Synchronization

/// Counts wrong current passwords per account, since a directory does not count those that come through the agent.
///
/// In memory only: a restart forgets them, which gives a guesser no more than another handful.
public final class WrongPasswordThrottle: Sendable {
    /// Accounts remembered at most; the one whose window began first is forgotten for a new one.
    static let capacity = 10_000

    private struct Window {
        var begun: ContinuousClock.Instant
        var count: Int
    }

    /// The counts, which outlive a change of the limits.
    private final class Windows: Sendable {
        let all = Mutex<[String: Window]>([:])
    }

    private let limit: Int
    private let window: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let windows: Windows

    /// Allows `limit` wrong passwords for each account in each `window`.
    public convenience init(
        limit: Int, window: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.init(limit: limit, window: window, now: now, windows: Windows())
    }

    private init(
        limit: Int, window: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant, windows: Windows
    ) {
        self.limit = limit
        self.window = window
        self.now = now
        self.windows = windows
    }

    /// The same counts under other limits, for a new configuration.
    public func with(limit: Int, window: Duration) -> WrongPasswordThrottle {
        WrongPasswordThrottle(limit: limit, window: window, now: now, windows: windows)
    }

    /// How long `account` has to wait before another try, or nil when it need not.
    public func wait(for account: String) -> Duration? {
        windows.all.withLock { windows in
            guard let entry = windows[account] else { return nil }
            let left = now().duration(to: entry.begun + window)
            guard left > .zero else {
                windows[account] = nil
                return nil
            }
            return entry.count >= limit ? left : nil
        }
    }

    /// Counts one wrong password for `account`.
    public func countFailure(for account: String) {
        windows.all.withLock { windows in
            let now = now()
            if let entry = windows[account], now >= entry.begun + window { windows[account] = nil }
            if windows.count >= Self.capacity, windows[account] == nil,
                let oldest = windows.min(by: { $0.value.begun < $1.value.begun })
            {
                windows[oldest.key] = nil
            }
            windows[account, default: Window(begun: now, count: 0)].count += 1
        }
    }

    /// Forgets the count of `account` after a right password.
    public func clear(_ account: String) {
        windows.all.withLock { $0[account] = nil }
    }
}

internal import CSystemd

/// How often systemd wants to hear that the service still works (`WatchdogSec=`, sd_watchdog_enabled(3)).
public enum WatchdogInterval {
    /// The longest silence before systemd restarts the service; `nil` where it does not watch this process.
    public static var current: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }
}

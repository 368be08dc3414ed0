internal import CSystemd
internal import Glibc

/// Tells systemd how the service is doing (sd_notify(3)).
///
/// Where systemd did not ask, because `NOTIFY_SOCKET` is not set, nothing is sent. Each method answers whether systemd was told.
public struct ServiceNotifier: Sendable {
    /// Takes the socket from the environment at each call.
    public init() {}

    /// The service has started, or has finished reloading, and serves requests.
    @discardableResult
    public func ready(status: String? = nil) -> Bool {
        send(["READY=1"] + assignments(status))
    }

    /// The service is reading its configuration again; ``ready(status:)`` must follow.
    ///
    /// The time stamp lets systemd 253 and later (`Type=notify-reload`) tell this reload from an earlier one.
    @discardableResult
    public func reloading(status: String? = nil) -> Bool {
        send(["RELOADING=1", "MONOTONIC_USEC=\(Self.monotonicMicroseconds)"] + assignments(status))
    }

    /// The service takes no new requests and finishes those in flight.
    @discardableResult
    public func stopping(status: String? = nil) -> Bool {
        send(["STOPPING=1"] + assignments(status))
    }

    /// One line for `systemctl status`.
    @discardableResult
    public func status(_ text: String) -> Bool {
        send(assignments(text))
    }

    /// The service still works; due at least once in ``WatchdogInterval/current``, half of it being usual.
    @discardableResult
    public func watchdog() -> Bool {
        send(["WATCHDOG=1"])
    }

    /// The status as an assignment. A newline would begin another one, such as `MAINPID=`.
    private func assignments(_ status: String?) -> [String] {
        guard let status else { return [] }
        return ["STATUS=" + String(status.map { $0.isNewline ? " " : $0 })]
    }

    private func send(_ assignments: [String]) -> Bool {
        sd_notify(0, assignments.joined(separator: "\n")) > 0
    }

    private static var monotonicMicroseconds: UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
    }
}

/// How urgent a journal entry is: the severities of syslog (RFC 5424 section 6.2.1; field `PRIORITY`).
public enum JournalPriority: Int, Sendable, Comparable, CaseIterable {
    /// The system is unusable.
    case emergency = 0
    /// Somebody must act at once.
    case alert = 1
    /// A promise of the service is broken. The journal makes such an entry and the two above durable at once.
    case critical = 2
    /// An operation failed.
    case error = 3
    /// Something needs attention before it fails.
    case warning = 4
    /// Normal, and worth an auditor's eye.
    case notice = 5
    /// Normal.
    case informational = 6
    /// Of use to developers only.
    case debug = 7

    /// Orders by number, so the most urgent is the smallest.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How loudly the journal tells a record; the raw values are syslog levels (RFC 5424 section 6.2.1).
public enum Severity: Int, Sendable {
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
}

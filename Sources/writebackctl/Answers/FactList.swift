/// Indented lines of `name: value`, without those that nothing is known of.
struct FactList {
    private(set) var lines: [String] = []

    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        lines.append("  \(name): \(value)")
    }

    mutating func add(_ name: String, _ value: Bool?) {
        add(name, value.map { $0 ? "yes" : "no" })
    }

    /// Adds a count of wrong passwords, and when the last was tried.
    mutating func add(_ name: String, attempts: Int?, last: String?) {
        add(name, attempts.map { "\($0)" + (last.map { ", the last at \($0)" } ?? "") })
    }

    /// Adds what finds the request again, at the agent and in the journal.
    mutating func add(requestID: String?, correlationID: String?) {
        add("request id", requestID)
        add("correlation id", correlationID.map { "\($0) (journalctl -u writebackd WRITEBACK_CORRELATION_ID=\($0))" })
    }
}

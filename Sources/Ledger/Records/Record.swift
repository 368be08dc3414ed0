internal import JSON
internal import Requests
internal import SystemdLink

/// Builds journal entries: the same fields under the same names in every one of them.
enum Record {
    static func entry(_ event: Event, _ message: String) -> JournalEntry {
        let (messageID, severity) = event.entry
        return entry(message, messageID, severity)
    }

    static func entry(_ receipt: Receipt, _ story: Story) -> JournalEntry {
        var entry = entry(.applied(story, receipt), "\(story.operation) of \(story.subject) applied")
        entry.append(receipt)
        return entry
    }

    static func entry(_ uncertainty: Uncertainty, _ story: Story) -> JournalEntry {
        var entry = entry(
            .outcomeUnknown, "\(story.operation) of \(story.subject): outcome unknown (\(uncertainty.rawValue))")
        entry.append("WRITEBACK_OUTCOME", OutcomeKind.unknown.rawValue)
        entry.append("WRITEBACK_CAUSE", uncertainty.rawValue)
        return entry
    }

    static func entry(_ refusal: Refusal, _ story: Story) -> JournalEntry {
        let row = refusal.entry
        let message = "\(story.operation) of \(story.subject) \(refusal.verdict): \(row.code)"
        var entry = entry(message, MessageID(row.messageID), row.severity)
        entry.append("WRITEBACK_OUTCOME", row.outcome.rawValue)
        entry.append("WRITEBACK_CODE", row.code)
        entry.append("WRITEBACK_REASON", refusal.description)
        for (name, value) in refusal.parameters {
            guard let value, let field = JournalFieldName("WRITEBACK_" + name.uppercased()) else { continue }
            entry.append(field, text(value))
        }
        return entry
    }

    private static func entry(_ message: String, _ messageID: MessageID?, _ severity: Severity) -> JournalEntry {
        var entry = JournalEntry(
            message, priority: JournalPriority(rawValue: severity.rawValue) ?? .error, messageID: messageID)
        entry.append("SYSLOG_IDENTIFIER", "writebackd")
        return entry
    }

    /// A text goes into a field as it is, without the quotes that it has in JSON.
    private static func text(_ value: JSONValue) -> String {
        if case .string(let text) = value { return text }
        return value.text
    }
}

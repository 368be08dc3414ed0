internal import SystemdLink

extension Submission {
    init(_ kind: Kind, _ entry: JournalEntry, _ change: RowChange? = nil) {
        self.init(kind: kind, body: entry.canonicalBytes(), change: change)
    }

    /// Something that happened to the ledger itself.
    static func event(
        _ event: Event, _ message: String, fields: KeyValuePairs<JournalFieldName, String> = [:]
    ) -> Submission {
        var entry = Record.entry(event, message)
        for (name, value) in fields { entry.append(name, value) }
        return Submission(.other, entry)
    }
}

/// One entry as the journal holds it.
public struct StoredEntry: Sendable, Equatable {
    /// The fields in no particular order: the journal does not keep that of the sender. A name may occur several times, but
    /// the same name with the same value only once, however often it was sent.
    public let fields: [StoredField]
    /// When journald received it: microseconds since 1970, UTC (`__REALTIME_TIMESTAMP`).
    public let realtime: UInt64
    /// The text that finds it again (`__CURSOR`).
    public let cursor: String

    /// Makes an entry.
    public init(fields: [StoredField], realtime: UInt64, cursor: String) {
        self.fields = fields
        self.realtime = realtime
        self.cursor = cursor
    }

    /// The value of the field `name` as text, nil where the field is absent, occurs several times or is no UTF-8.
    public func text(_ name: String) -> String? {
        let values = fields.filter { $0.name == name }
        guard values.count == 1, let value = values.first?.value else { return nil }
        return String(validating: value, as: UTF8.self)
    }
}

/// One entry for the journal: a message for people, an id and fields for programs.
///
/// Values are cut at ``JournalField/maximumValueSize`` bytes and freed of control characters when they are put in, so
/// that ``fields`` holds exactly what is sent.
public struct JournalEntry: Sendable, Hashable {
    /// The fields in the order they are sent; one name may occur several times.
    public private(set) var fields: [JournalField]

    /// Begins an entry.
    ///
    /// - Parameters:
    ///   - message: One line for people; a newline in it is made visible, not obeyed.
    ///   - priority: How urgent it is.
    ///   - messageID: What kind of entry it is, for programs and for the catalog.
    public init(_ message: String, priority: JournalPriority, messageID: MessageID? = nil) {
        fields = [JournalField(singleLine: .message, message), JournalField(.priority, String(priority.rawValue))]
        if let messageID {
            fields.append(JournalField(.messageID, messageID.description))
        }
    }

    /// Adds a field; its value may have several lines.
    public mutating func append(_ name: JournalFieldName, _ value: String) {
        fields.append(JournalField(name, value))
    }

    /// The entry as one datagram of the native protocol.
    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(0) { $0 + $1.encodedSize })
        for field in fields {
            field.encode(into: &bytes)
        }
        return bytes
    }
}

/// A field and the value that an entry must have to be read (sd_journal_add_match(3)).
public struct JournalMatch: Sendable, Hashable {
    /// The field's name; one that begins with an underscore is journald's own word and cannot be forged by a sender.
    public let field: String
    /// The exact value.
    public let value: String

    /// Asks for entries whose `field` is `value`.
    public init(_ field: String, _ value: String) {
        self.field = field
        self.value = value
    }

    /// The form that libsystemd takes.
    var bytes: [UInt8] { Array("\(field)=\(value)".utf8) }
}

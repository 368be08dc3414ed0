/// The name of a field of our own in a journal entry, such as `WRITEBACK_OPERATION`.
///
/// It has 1 to 64 of `A`-`Z`, `0`-`9` and `_` and begins with a letter: journald silently drops a field with another name,
/// and names that begin with an underscore are its own (systemd.journal-fields(7)). `MESSAGE`, `MESSAGE_ID` and `PRIORITY`
/// are refused, since ``JournalEntry`` has exactly one of each.
public struct JournalFieldName: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    static let message = JournalFieldName(trusted: "MESSAGE")
    static let messageID = JournalFieldName(trusted: "MESSAGE_ID")
    static let priority = JournalFieldName(trusted: "PRIORITY")

    /// The name as the journal stores it.
    public let description: String

    /// Takes a name by the rules above; any other is `nil`.
    public init?(_ text: String) {
        let name = JournalFieldName(trusted: text)
        guard Self.isWellFormed(text), ![.message, .messageID, .priority].contains(name) else { return nil }
        self = name
    }

    /// Takes a constant of the program; one that is no name stops the program, since no input can cause it.
    public init(stringLiteral literal: StaticString) {
        guard let name = JournalFieldName("\(literal)") else { preconditionFailure("\(literal) is no name of a field") }
        self = name
    }

    private init(trusted text: String) {
        description = text
    }

    private static func isWellFormed(_ text: String) -> Bool {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, letters.contains(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }
}

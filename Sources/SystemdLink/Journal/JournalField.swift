/// One field of a journal entry, its value made fit for display.
public struct JournalField: Sendable, Hashable {
    /// The most bytes of UTF-8 in a value; `journalctl -o json` shows a field above 4096, name included, as null.
    public static let maximumValueSize = 4000

    /// The name.
    public let name: JournalFieldName
    /// The value as it is sent: at most ``maximumValueSize`` bytes, without control characters other than tab and newline.
    public let value: String

    /// Cuts and cleans `value`.
    init(_ name: JournalFieldName, _ value: String) {
        self.name = name
        self.value = Self.displayable(value, keepingLines: true)
    }

    /// Cuts and cleans `value` to one line, for what `journalctl` shows between other people's lines.
    init(singleLine name: JournalFieldName, _ value: String) {
        self.name = name
        self.value = Self.displayable(value, keepingLines: false)
    }
}

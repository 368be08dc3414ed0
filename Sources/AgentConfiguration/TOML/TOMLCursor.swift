/// A place in a TOML text.
///
/// It moves over bytes, not characters: a combining mark after a quotation mark makes another character of it for
/// Swift, but not for TOML. All bytes that TOML gives a meaning are ASCII.
struct TOMLCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var lineStart = 0
    /// The line of the place, from 1.
    private(set) var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        // Some editors begin a file with a byte order mark.
        if skip("\u{FEFF}") { lineStart = offset }
    }

    /// The byte at the place, or nil at the end of the text.
    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Whether `text` begins at the place.
    func isAt(_ text: String) -> Bool {
        bytes[offset...].starts(with: text.utf8)
    }

    /// Moves one byte on, unless at the end.
    mutating func advance() {
        guard let current else { return }
        offset += 1
        if current == UInt8(ascii: "\n") {
            line += 1
            lineStart = offset
        }
    }

    /// Moves over `text` if it begins at the place.
    mutating func skip(_ text: String) -> Bool {
        guard isAt(text) else { return false }
        for _ in text.utf8 { advance() }
        return true
    }

    /// Moves over a line break if one is at the place.
    mutating func skipLineBreak() -> Bool {
        skip("\n") || skip("\r\n")
    }

    /// Moves over all bytes for which `isWanted` holds, and gives them.
    mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = offset
        while let current, isWanted(current) { advance() }
        return bytes[start..<offset]
    }

    /// A fault at the place.
    func fault(_ message: String) -> TOMLFault {
        // Continuation bytes of UTF-8 are not columns of their own.
        let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return TOMLFault(line: line, column: column, message: message)
    }
}

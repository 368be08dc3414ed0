/// The bytes that structure a TOML text.
///
/// Text is scanned as bytes, not as characters: a combining mark after a quotation mark makes another character of it
/// for Swift, but not for TOML.
enum TOMLByte {
    static let newline = UInt8(ascii: "\n")
    static let comment = UInt8(ascii: "#")
    static let backslash = UInt8(ascii: "\\")
    static let dot = UInt8(ascii: ".")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let equals = UInt8(ascii: "=")
    static let opening = Set("[{".utf8)
    static let closing = Set("]}".utf8)
    static let blank = Set(" \t\r".utf8)
    /// What begins and ends a string; the longer ones first, as each begins with a shorter one.
    static let delimiters = ["\"\"\"", "'''", "\"", "'"].map { Array($0.utf8) }
}

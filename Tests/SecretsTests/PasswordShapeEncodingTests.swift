import Secrets
import Testing

/// The form in which Active Directory takes a password.
struct PasswordShapeEncodingTests {
    @Test(arguments: [
        "", "a", "say \"yes\"", "back\\slash", "Zoe\u{308}", "漢字😀👩‍💻", String(repeating: "😀", count: 256),
        "\u{10FFFF}\u{FFFF}",
    ])
    func `a quoted password is its UTF-16 between two quotation marks`(text: String) throws {
        let quoted = try Secret(utf8: text).quotedUTF16()
        let bytes = quoted.withUnsafeBytes { Array($0) }
        #expect(bytes == "\"\(text)\"".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
}

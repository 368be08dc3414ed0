/// Takes the text of a dotted TOML key apart.
enum TOMLKeyText {
    /// The parts of the key that `text` begins with: `directory . "corp" =` is `["directory", "corp"]`.
    static func parts(of text: Substring.UTF8View, upTo end: UInt8) -> [String] {
        var parts: [[UInt8]] = [[]]
        var openQuote: UInt8?
        for byte in text {
            if let quote = openQuote {
                if byte == quote { openQuote = nil } else { parts[parts.count - 1].append(byte) }
            } else if byte == end {
                break
            } else if byte == TOMLByte.quote || byte == TOMLByte.apostrophe {
                openQuote = byte
            } else if byte == TOMLByte.dot {
                parts.append([])
            } else if !TOMLByte.blank.contains(byte) {
                parts[parts.count - 1].append(byte)
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Tells which lines of a valid TOML text begin a table or a key, and which lie inside a value.
struct TOMLLineScanner {
    typealias Bytes = Substring.UTF8View

    /// What a line begins.
    enum Beginning: Equatable {
        case header([String])
        case key([String])
        case neither
    }

    /// The delimiter of the multi-line string that the next line begins in.
    private var openString: [UInt8]?
    /// How many brackets of a list or an inline table are open at the start of the next line.
    private var depth = 0

    /// Reads the next line of the text.
    mutating func next(_ line: Bytes) -> Beginning {
        let isInsideValue = openString != nil || depth > 0
        skim(line)
        let text = line.drop(while: TOMLByte.blank.contains)
        guard !isInsideValue, let first = text.first, first != TOMLByte.comment else { return .neither }
        guard first == TOMLByte.openBracket else { return .key(TOMLKeyText.parts(of: text, upTo: TOMLByte.equals)) }
        let name = text.drop { $0 == TOMLByte.openBracket }
        return .header(TOMLKeyText.parts(of: name, upTo: TOMLByte.closeBracket))
    }

    /// Follows strings, comments and brackets to the end of the line.
    private mutating func skim(_ line: Bytes) {
        var rest = line
        while let first = rest.first {
            if let delimiter = openString {
                rest = skipString(rest, delimiter)
            } else if first == TOMLByte.comment {
                return
            } else if let delimiter = TOMLByte.delimiters.first(where: { rest.starts(with: $0) }) {
                openString = delimiter
                rest = rest.dropFirst(delimiter.count)
            } else {
                if TOMLByte.opening.contains(first) { depth += 1 }
                if TOMLByte.closing.contains(first) { depth -= 1 }
                rest = rest.dropFirst()
            }
        }
    }

    /// Drops the string up to and with its delimiter; when the line holds none, the string stays open.
    private mutating func skipString(_ text: Bytes, _ delimiter: [UInt8]) -> Bytes {
        var rest = text
        while !rest.isEmpty {
            if rest.starts(with: delimiter) {
                openString = nil
                return rest.dropFirst(delimiter.count)
            }
            let isEscape = delimiter.first == TOMLByte.quote && rest.first == TOMLByte.backslash
            rest = rest.dropFirst(isEscape ? 2 : 1)
        }
        return rest
    }
}

internal import TOMLKit

/// The one place that sees the TOML parser: text in, plain values out.
enum TOMLDocument {
    /// The most a file may hold, in bytes; a real one is a few thousand.
    static let maximumSize = 256 * 1024
    /// The longest line, in bytes. It bounds how deep a dotted key can nest, because the parser takes down its tables
    /// by recursion and would run out of stack on a line of a hundred thousand dots.
    static let maximumLine = 4096
    /// No table of the configuration is nested deeper; the conversion below recurses only this far.
    private static let maximumDepth = 8

    /// Parses `toml`.
    ///
    /// - Throws: ``ConfigurationError``, with line and column, when the text is not TOML or too large to be a configuration.
    static func parse(_ toml: String) throws(ConfigurationError) -> [String: TOMLNode] {
        try checkBounds(of: toml)
        do {
            return entries(of: try TOMLTable(string: toml), depth: 0)
        } catch let error as TOMLParseError {
            let position = error.source.begin
            throw ConfigurationError(line: position.line, "not valid TOML at column \(position.column): \(error.description)")
        } catch {
            throw ConfigurationError("not valid TOML")
        }
    }

    private static func checkBounds(of toml: String) throws(ConfigurationError) {
        guard toml.utf8.count <= maximumSize else { throw ConfigurationError("larger than \(maximumSize) bytes") }
        let lines = toml.utf8.split(separator: TOMLByte.newline, omittingEmptySubsequences: false)
        for (number, line) in zip(1..., lines) {
            guard line.count <= maximumLine else { throw ConfigurationError(line: number, "longer than \(maximumLine) bytes") }
            // The parser works on C strings and would silently end the file, or the value, at a NUL.
            guard !line.contains(0), !holdsEscapedNUL(line) else {
                throw ConfigurationError(line: number, "a NUL character is not allowed")
            }
        }
    }

    private static func holdsEscapedNUL(_ line: Substring.UTF8View) -> Bool {
        let text = String(Substring(line))
        return text.contains(#"\u0000"#) || text.contains(#"\U00000000"#)
    }

    private static func entries(of table: TOMLTable, depth: Int) -> [String: TOMLNode] {
        var entries: [String: TOMLNode] = [:]
        for key in table.keys {
            entries[key] = table[key].map { node($0, depth: depth + 1) }
        }
        return entries
    }

    private static func node(_ value: any TOMLValueConvertible, depth: Int) -> TOMLNode {
        guard depth <= maximumDepth else { return .other("a deeply nested value") }
        if let text = value.string { return .text(text) }
        if let integer = value.int { return .integer(integer) }
        if let flag = value.bool { return .flag(flag) }
        if let list = value.array { return .list(list.map { node($0, depth: depth + 1) }) }
        if let table = value.table { return .table(entries(of: table, depth: depth)) }
        return .other("a \(value.type)")
    }
}

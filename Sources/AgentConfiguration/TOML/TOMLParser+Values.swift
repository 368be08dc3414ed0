extension TOMLParser {
    private static let wordBytes = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+.:".utf8)

    /// Reads a value of any kind.
    mutating func node(depth: Int) throws(TOMLFault) -> TOMLNode {
        guard depth < Self.maximumDepth else { throw cursor.fault("the value is nested too deeply") }
        let line = cursor.line
        return TOMLNode(value: try value(depth: depth), line: line)
    }

    private mutating func value(depth: Int) throws(TOMLFault) -> TOMLValue {
        switch cursor.current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try text())
        case UInt8(ascii: "["): return .list(try list(depth: depth))
        case UInt8(ascii: "{"): return .table(try braces(depth: depth))
        default: return try word()
        }
    }

    private mutating func word() throws(TOMLFault) -> TOMLValue {
        let start = cursor
        let word = String(decoding: cursor.take(while: Self.wordBytes.contains), as: UTF8.self)
        guard let value = TOMLWord.value(of: word) else {
            throw start.fault("expected a value: a text in quotes, a number, true or false, or a list")
        }
        return value
    }

    private mutating func list(depth: Int) throws(TOMLFault) -> [TOMLNode] {
        var elements: [TOMLNode] = []
        try cursor.expect("[", "to begin a list")
        try cursor.skipSpace()
        while !cursor.skip("]") {
            elements.append(try node(depth: depth + 1))
            try cursor.skipSpace()
            guard !cursor.isAt("]") else { continue }
            try cursor.expect(",", "or ']' after an element of a list")
            try cursor.skipSpace()
        }
        return elements
    }

    private mutating func braces(depth: Int) throws(TOMLFault) -> TOMLTable {
        let table = TOMLTable(.braces)
        try cursor.expect("{", "to begin a table")
        cursor.skipBlanks()
        guard !cursor.skip("}") else { return table }
        repeat {
            try pair(into: table, depth: depth + 1)
            cursor.skipBlanks()
        } while cursor.skip(",")
        try cursor.expect("}", "or ',' after a value in braces")
        return table
    }
}

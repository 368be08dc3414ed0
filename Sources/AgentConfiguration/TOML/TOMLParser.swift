/// Reads TOML 1.0 (toml.io), except for lists of tables, `[[name]]`, which no configuration of the agent has.
///
/// A configuration is read by whoever is in charge of the agent, and again on every reload, when a typing mistake must
/// not stop it: every text ends in a table or a ``TOMLFault``. Floating-point numbers and dates are told apart but not
/// examined, because no key takes them.
struct TOMLParser {
    /// How deep keys, lists and braces may nest; a configuration needs three. It bounds the recursion.
    static let maximumDepth = 16

    var cursor: TOMLCursor

    /// Reads a whole text.
    static func parse(_ text: String) throws(TOMLFault) -> TOMLTable {
        var parser = TOMLParser(cursor: TOMLCursor(text))
        return try parser.document()
    }

    private mutating func document() throws(TOMLFault) -> TOMLTable {
        let root = TOMLTable(.header)
        var table = root
        while true {
            try cursor.skipSpace()
            guard let byte = cursor.current else { return root }
            if byte == UInt8(ascii: "[") {
                table = try header(in: root)
            } else {
                try pair(into: table)
            }
            try cursor.finishLine()
        }
    }

    private mutating func header(in root: TOMLTable) throws(TOMLFault) -> TOMLTable {
        let start = cursor
        try cursor.expect("[", "to begin a table")
        guard !cursor.isAt("[") else { throw cursor.fault("lists of tables, [[NAME]], are not used here") }
        let path = try keyPath()
        try cursor.expect("]", "after the name of the table")
        do {
            return try root.open(path, line: start.line)
        } catch {
            throw start.fault(error.message)
        }
    }

    /// Reads `key = value` and puts it into `table`.
    mutating func pair(into table: TOMLTable, depth: Int = 0) throws(TOMLFault) {
        let start = cursor
        let path = try keyPath()
        try cursor.expect("=", "after the key")
        cursor.skipBlanks()
        let node = try node(depth: depth)
        do {
            try table.set(path, to: node, line: start.line)
        } catch {
            throw start.fault(error.message)
        }
    }
}

/// A table while a text is read, and afterwards.
final class TOMLTable {
    /// What brought the table about; it decides what may still be added (TOML 1.0, "Table").
    enum Origin {
        /// Its own header.
        case header
        /// The header of a table within it; its own may follow.
        case headerWithin
        /// A dotted key.
        case dottedKey
        /// Braces; nothing can be added.
        case braces
    }

    private(set) var entries: [String: TOMLNode] = [:]
    private var origin: Origin

    init(_ origin: Origin) {
        self.origin = origin
    }

    /// Gives the table `path` within this one, for the header on `line`.
    func open(_ path: [String], line: Int) throws(Complaint) -> TOMLTable {
        var table = self
        for part in path.dropLast() {
            table = try table.child(part, .headerWithin, line: line) { $0 != .braces }
        }
        let name = path.last ?? ""
        if case .table(let known)? = table.entries[name]?.value, known.origin == .headerWithin {
            known.origin = .header
            table.entries[name] = TOMLNode(value: .table(known), line: line)
            return known
        }
        let new = TOMLTable(.header)
        try table.insert(TOMLNode(value: .table(new), line: line), at: name)
        return new
    }

    /// Sets the value of the dotted key `path`.
    func set(_ path: [String], to node: TOMLNode, line: Int) throws(Complaint) {
        var table = self
        for part in path.dropLast() {
            table = try table.child(part, .dottedKey, line: line) { $0 == .dottedKey }
        }
        try table.insert(node, at: path.last ?? "")
    }

    private func insert(_ node: TOMLNode, at name: String) throws(Complaint) {
        guard entries[name] == nil else { throw Complaint("\(KeyName.printable(name)) is given twice") }
        entries[name] = node
    }

    private func child(
        _ name: String, _ origin: Origin, line: Int, accepts: (Origin) -> Bool
    ) throws(Complaint) -> TOMLTable {
        guard let node = entries[name] else {
            let table = TOMLTable(origin)
            entries[name] = TOMLNode(value: .table(table), line: line)
            return table
        }
        guard case .table(let table) = node.value, accepts(table.origin) else {
            throw Complaint("\(KeyName.printable(name)) is given already and cannot be added to")
        }
        return table
    }
}

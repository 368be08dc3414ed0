extension TableReader {
    /// Reads the table `[key]`; one that the file leaves out is read as an empty one.
    ///
    /// - Returns: What `read` made of it, or nil when the key holds something else than a table.
    func table<Section>(_ key: String, _ read: (TableReader) -> Section?) -> Section? {
        section(node(key) ?? .table([:]), at: key, read)
    }

    /// Reads the tables `[key.NAME]`, of which there must be at least one, in the order of their names.
    func namedTables<Section>(_ key: String, _ read: (String, TableReader) -> Section?) -> [Section] {
        guard case .table(let tables) = node(key) ?? .table([:]) else {
            report(key, "must be given as tables, [\(key).NAME]")
            return []
        }
        if tables.isEmpty { report(key, "at least one [\(key).NAME] is required") }
        let parent = TableReader(path: path(of: key), entries: tables, findings: findings)
        return tables.sorted { $0.key < $1.key }.compactMap { name, node in
            guard KeyName.isTableName(name) else {
                parent.report(KeyName.printable(name), "a name is 1 to 32 of a-z, 0-9 and -")
                return nil
            }
            return parent.section(node, at: name) { read(name, $0) }
        }
    }

    private func section<Section>(_ node: TOMLNode, at key: String, _ read: (TableReader) -> Section?) -> Section? {
        guard case .table(let entries) = node else {
            report(key, "must be a table, [\(path(of: key))], not \(node.kind)")
            return nil
        }
        let reader = TableReader(path: path(of: key), entries: entries, findings: findings)
        defer { reader.reportUnknownKeys() }
        return read(reader)
    }
}

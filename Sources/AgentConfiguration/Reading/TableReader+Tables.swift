extension TableReader {
    /// Reads the table `[key]`; one that the file leaves out is read as an empty one.
    ///
    /// - Returns: What `read` made of it, or nil when the key holds something else than a table.
    func table<Section>(_ key: String, _ read: (TableReader) -> Section?) -> Section? {
        guard let node = node(key) else {
            return read(TableReader(path: path(of: key), entries: [:], findings: findings))
        }
        return section(key, node, read)
    }

    /// Reads the tables `[key.NAME]`, of which there must be at least one, in the order of their names.
    func namedTables<Section>(_ key: String, _ read: (String, TableReader) -> Section?) -> [Section] {
        let node = node(key)
        guard case .table(let tables) = node?.value ?? .table(TOMLTable(.header)) else {
            report(key, "must be given as tables, [\(key).NAME]")
            return []
        }
        if tables.entries.isEmpty { report(key, "at least one [\(key).NAME] is required") }
        let parent = TableReader(path: key, line: node?.line, entries: tables.entries, findings: findings)
        return tables.entries.sorted { $0.key < $1.key }.compactMap { name, node in
            guard KeyName.isTableName(name) else {
                parent.report(KeyName.printable(name), line: node.line, "a name is 1 to 32 of a-z, 0-9 and -")
                return nil
            }
            return parent.section(name, node) { read(name, $0) }
        }
    }

    private func section<Section>(_ key: String, _ node: TOMLNode, _ read: (TableReader) -> Section?) -> Section? {
        guard case .table(let table) = node.value else {
            reportKind(key, node, expected: "a table, [\(path(of: key))]")
            return nil
        }
        let reader = TableReader(path: path(of: key), line: node.line, entries: table.entries, findings: findings)
        defer { reader.reportUnknownKeys() }
        return read(reader)
    }
}

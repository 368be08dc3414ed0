extension Settings {
    /// Reads the text of a configuration file; looks at nothing but the text.
    ///
    /// - Throws: ``ConfigurationError`` with everything that is wrong. When the text is not even TOML, that is the first
    ///   fault of its syntax alone.
    public static func parse(_ toml: String) throws(ConfigurationError) -> Settings {
        let root = try table(of: toml)
        let findings = FindingList()
        let settings = Settings(TableReader(entries: root.entries, findings: findings))
        guard var settings, !findings.hasErrors else { throw ConfigurationError(findings.inFileOrder) }
        settings.warnings = findings.inFileOrder
        return settings
    }

    /// Reads the configuration file at `path`.
    ///
    /// - Throws: ``ConfigurationError`` when the file cannot be read, is not UTF-8 or has errors.
    public static func load(path: String) throws(ConfigurationError) -> Settings {
        try parse(ConfigurationFile.text(at: path))
    }

    private static func table(of toml: String) throws(ConfigurationError) -> TOMLTable {
        do {
            return try TOMLParser.parse(toml)
        } catch {
            throw ConfigurationError([
                Finding(line: error.line, message: "not valid TOML at column \(error.column): \(error.message)")
            ])
        }
    }
}

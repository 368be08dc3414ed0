import AgentConfiguration

/// A small valid configuration that a test changes in one place.
struct SampleFile {
    private var tables: [(name: String, keys: [(key: String, value: String)])] = [
        ("agent", [("name", #""test.example.org""#)]),
        ("callers.portal", [("trust", #""peer""#), ("users", #"["www-data"]"#)]),
        (
            "directory.corp",
            [
                ("kind", #""auto""#), ("servers", #"["ldaps://ldap1.example.org"]"#),
                ("base", #""ou=people,dc=example,dc=org""#), ("bind_dn", #""cn=writeback,dc=example,dc=org""#),
                ("bind_password_credential", #""corp""#),
            ]
        ),
    ]

    /// The sample with the keys of `edits`, such as `directory.corp.base`, set to TOML values, or left out for nil.
    init(_ edits: KeyValuePairs<String, String?> = [:]) {
        for (keyPath, value) in edits { set(keyPath, value) }
    }

    /// The sample with one caller, `callers.cloud`, that signs its requests, edited in the same way.
    static func signed(_ edits: KeyValuePairs<String, String?> = [:]) -> SampleFile {
        var file = SampleFile()
        file.tables[1] = (
            "callers.cloud",
            [
                ("trust", #""signature""#), ("users", #"["www-data"]"#), ("issuer", #""https://cloud.example.org""#),
                ("keys", #"["/etc/writebackd/cloud.jwks"]"#),
            ]
        )
        for (keyPath, value) in edits { file.set(keyPath, value) }
        return file
    }

    /// The file, one line for each header and key, without blank lines.
    var text: String {
        tables.map { table in
            (["[\(table.name)]"] + table.keys.map { "\($0.key) = \($0.value)" }).joined(separator: "\n")
        }.joined(separator: "\n") + "\n"
    }

    /// What the file becomes.
    func settings() throws(ConfigurationError) -> Settings {
        try Settings.parse(text)
    }

    /// Everything that is found in it, warnings included.
    var findings: [Finding] { Self.findings(in: text) }

    static func findings(in toml: String) -> [Finding] {
        do {
            return try Settings.parse(toml).warnings
        } catch {
            return error.findings
        }
    }

    private mutating func set(_ keyPath: String, _ value: String?) {
        let parts = keyPath.split(separator: ".")
        let name = parts.dropLast().joined(separator: ".")
        let key = String(parts.last ?? "")
        if !tables.contains(where: { $0.name == name }) { tables.append((name, [])) }
        for index in tables.indices where tables[index].name == name {
            let place = tables[index].keys.firstIndex { $0.key == key }
            if let place { tables[index].keys.remove(at: place) }
            guard let value else { continue }
            tables[index].keys.insert((key, value), at: place ?? tables[index].keys.endIndex)
        }
    }
}

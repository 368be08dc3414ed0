import Testing

@testable import AgentConfiguration

/// What the shipped file and the manual page say about each key, taken from their text.
struct Documentation {
    /// One key of one table, such as `directory` and `base`.
    struct Key: Hashable {
        let table: String
        let name: String
    }

    /// What is said of a key.
    struct Entry {
        /// The default as a TOML value, or nil for a key that is required.
        var value: String?
        /// The words around it.
        var text: String
    }

    private(set) var entries: [Key: Entry] = [:]

    /// The shipped file: prose in comments, then `key = value`, or `# key = default`.
    static func shippedFile() throws -> Documentation {
        var documentation = Documentation()
        var table = ""
        var prose = ""
        for line in try file("etc/writebackd.toml").split(separator: "\n", omittingEmptySubsequences: false) {
            if let header = line.wholeMatch(of: /\[([a-z]+).*\]/) {
                table = String(header.1)
            } else if let key = line.wholeMatch(of: /(# )?([a-z_]+) = (.*)/) {
                let value = key.1 == nil ? nil : String(key.3)
                documentation.entries[Key(table: table, name: String(key.2))] = Entry(value: value, text: prose)
            } else {
                prose = line.isEmpty ? "" : prose + line.drop { $0 == "#" }
            }
        }
        return documentation
    }

    /// The manual page: `.Ss [table]`, `.It Cm key`, `.Pq type, range, default Cm value`.
    static func manualPage() throws -> Documentation {
        var documentation = Documentation()
        var table = ""
        var key: Key?
        for line in try file("docs/man/writebackd.toml.5").split(separator: "\n") {
            if let header = line.firstMatch(of: /^\.Ss \[([a-z]+)/) {
                table = String(header.1)
            } else if let item = line.wholeMatch(of: /\.It Cm ([a-z_]+)/) {
                key = Key(table: table, name: String(item.1))
            } else if let key, let kind = line.wholeMatch(of: /\.Pq (.*?)(, default Cm (.*))?/) {
                let value = kind.3.map { $0.split(separator: #"\(dq"#, omittingEmptySubsequences: false) }
                let text = String(kind.1).replacing(#"\(dq"#, with: "\"")
                documentation.entries[key] = Entry(value: value?.joined(separator: "\""), text: text)
            }
        }
        return documentation
    }

    /// The text of a file of the project.
    static func file(_ path: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try ConfigurationFile.text(at: "/\(root)/\(path)")
    }
}

import AgentConfiguration
import Testing

@Suite struct DocumentationTests {
    /// The names of the tables of the sample, by the names that the documents use.
    static let tables = [
        "agent": "agent", "socket": "socket", "operations": "operations", "callers": "callers.portal",
        "directory": "directory.corp", "journal": "journal", "throttle": "throttle",
    ]

    /// Every key that the code knows, as it answers when asked for one that does not exist.
    private func knownKeys() -> Set<Documentation.Key> {
        var keys: Set<Documentation.Key> = []
        for (name, table) in Self.tables {
            let messages = SampleFile(["\(table).zzzzzzzzzzzzzzzz": "1"]).findings.map(\.message)
            let list = messages.first?.wholeMatch(of: /unknown key; known here: (.*)/)?.1 ?? ""
            for key in list.split(separator: ", ") { keys.insert(.init(table: name, name: String(key))) }
        }
        return keys
    }

    private static func both() throws -> [Documentation] {
        [try Documentation.shippedFile(), try Documentation.manualPage()]
    }

    @Test func `the shipped file is accepted without a finding`() throws {
        let settings = try Settings.parse(Documentation.file("etc/writebackd.toml"))
        #expect(settings.warnings.isEmpty)
    }

    @Test func `the documents name every key that the code knows, and no other`() throws {
        let known = knownKeys()
        #expect(known.count == 36)
        for document in try Self.both() { #expect(Set(document.entries.keys) == known) }
    }

    @Test func `uncommenting every default of the shipped file changes nothing`() throws {
        let text = try Documentation.file("etc/writebackd.toml")
        let uncommented = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.wholeMatch(of: /# [a-z_]+ = .*/) == nil ? $0 : $0.dropFirst(2) }.joined(separator: "\n")
        #expect(uncommented != text)
        #expect(try Settings.parse(uncommented) == Settings.parse(text))
    }

    @Test func `the defaults of the manual page are those of the code`() throws {
        let page = try Documentation.manualPage()
        for (key, entry) in page.entries {
            let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
            guard let value = entry.value, keyPath != "callers.portal.users" else { continue }
            #expect(try SampleFile([keyPath: value]).settings() == SampleFile().settings(), "\(keyPath) = \(value)")
        }
    }

    @Test func `a key without a default in the documents is one that must be given`() throws {
        for document in try Self.both() {
            for (key, entry) in document.entries where entry.value == nil && key.name != "users" {
                let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
                #expect(SampleFile([keyPath: nil]).findings.map(\.keyPath) == [keyPath])
            }
        }
    }

    @Test func `the ranges in the documents are those of the code`() throws {
        for document in try Self.both() {
            for (key, entry) in document.entries {
                guard let value = entry.value, value.contains(/^[0-9]+$|^"[0-9]+(ms|s|m)"$/) else { continue }
                let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
                let tooLarge = value.hasPrefix("\"") ? "\"999h\"" : "999999"
                let range = SampleFile([keyPath: tooLarge]).findings.first?.message.dropFirst("must be ".count)
                #expect(entry.text.contains(try #require(range)), "\(keyPath)")
            }
        }
    }

    @Test func `the example of the manual page is accepted`() throws {
        let page = try Documentation.file("docs/man/writebackd.toml.5")
        let example = try #require(page.firstMatch(of: /\.Bd -literal -offset indent\n([^~]*?)\.Ed/)?.1)
        #expect(try Settings.parse(String(example)).warnings.isEmpty)
    }
}

import AgentConfiguration
import Testing

@Suite struct DocumentationTests {
    /// The names of the tables of the sample, by the names that the documents use.
    static let tables = [
        "agent": "agent", "socket": "socket", "operations": "operations", "callers": "callers.cloud",
        "directory": "directory.corp", "journal": "journal", "ledger": "ledger", "keys": "keys", "throttle": "throttle",
    ]

    /// Every key that the code knows, as it answers when asked for one that does not exist.
    private func knownKeys() -> Set<Documentation.Key> {
        var keys: Set<Documentation.Key> = []
        for (name, table) in Self.tables {
            let messages = SampleFile.signed(["\(table).zzzzzzzzzzzzzzzz": "1"]).findings.map(\.message)
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
        #expect(known.count == 52)
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
        let untouched = try SampleFile.signed().settings()
        for (key, entry) in page.entries {
            let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
            guard let value = entry.value, keyPath != "callers.cloud.users" else { continue }
            #expect(try SampleFile.signed([keyPath: value]).settings() == untouched, "\(keyPath) = \(value)")
        }
    }

    @Test func `a key without a default in the documents is one that must be given`() throws {
        for document in try Self.both() {
            for (key, entry) in document.entries where entry.value == nil && key.name != "users" {
                let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
                #expect(SampleFile.signed([keyPath: nil]).findings.map(\.keyPath) == [keyPath])
            }
        }
    }

    @Test func `the ranges in the documents are those of the code`() throws {
        for document in try Self.both() {
            for (key, entry) in document.entries {
                guard let value = entry.value, value.contains(/^[0-9]+$|^"[0-9]+(ms|s|m|h|d)"$/) else { continue }
                let keyPath = "\(try #require(Self.tables[key.table])).\(key.name)"
                let tooLarge = value.hasPrefix("\"") ? "\"999999999d\"" : "999999"
                let range = SampleFile.signed([keyPath: tooLarge]).findings.first?.message.dropFirst("must be ".count)
                #expect(entry.text.contains(try #require(range)), "\(keyPath)")
            }
        }
    }

    @Test func `the examples of the manual page are accepted, also the one within the other`() throws {
        let page = try Documentation.file("docs/man/writebackd.toml.5")
        let examples = page.matches(of: /\.Bd -literal -offset indent\n([^~]*?)\.Ed/).map { String($0.1) }
        try #require(examples.count == 2)
        #expect(try Settings.parse(examples[0]).callers.map(\.trust) == [.signature])
        let other = examples[0].split(separator: "\n\n").filter { !$0.hasPrefix("[callers") } + [examples[1][...]]
        #expect(try Settings.parse(other.joined(separator: "\n")).callers.map(\.trust) == [.peer])
    }

    @Test func `the caller in the comments of the shipped file is accepted beside the others`() throws {
        let text = try Documentation.file("etc/writebackd.toml")
        let example = text.matches(of: /\n#  +(\[callers\.[a-z]+\]|trust = .*|users = .*)/).map(\.1)
        #expect(example.count == 3)
        let settings = try Settings.parse(text + example.joined(separator: "\n"))
        #expect(settings.callers.map(\.trust) == [.signature, .peer])
    }
}

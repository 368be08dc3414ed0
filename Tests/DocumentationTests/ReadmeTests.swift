import TestSupport
import Testing

@Suite struct ReadmeTests {
    @Test func `the README is short enough to be read`() throws {
        let lines = try Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count < 200)
    }

    @Test func `the README names the two commands, and both are there`() throws {
        let readme = try Repository.text("README.md")
        for command in ["scripts/demo", "scripts/test"] {
            #expect(readme.contains("\n    \(command) "))
            #expect(Repository.has(command))
        }
    }

    @Test func `the operations are those of the code, and each outcome is explained`() throws {
        let tables = try MarkdownTables("README.md")
        for name in ["reset", "unlock", "change", "status"] { #expect(tables.rows(of: name).count == 1) }
        for name in ["refused", "not_applied", "unknown"] { #expect(tables.rows(of: name).count == 1) }
    }

    @Test func `the version is the same everywhere`() throws {
        let source = try Repository.text("Sources/Writeback/Agent/AgentVersion.swift")
        let version = try #require(source.firstMatch(of: /current = "([0-9.]+)"/)).1
        #expect(try Repository.text("CHANGELOG.md").contains("\n## \(version) "))
        #expect(try Repository.text("docs/openapi.yaml").contains("\n  version: \(version)\n"))
    }

    @Test func `the commands of the admin tool that the documents show are there`() throws {
        let tool = try Repository.swiftFiles(below: "Sources/writebackctl").map(Repository.text).joined()
        for path in Repository.documents {
            for command in try Repository.text(path).matches(of: /writebackctl ([a-z]+(?:-[a-z]+)*)/) {
                #expect(tool.contains("commandName: \"\(command.1)\""), "\(path): \(command.0)")
            }
        }
    }
}

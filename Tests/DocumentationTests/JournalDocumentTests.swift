import Foundation
import TestSupport
import Testing

@Suite struct JournalDocumentTests {
    private static let path = "docs/journal.md"
    private static let priorities = ["error": 3, "warning": 4, "notice": 5, "info": 6]

    @Test func `each event has one row with its MESSAGE_ID, name and priority`() throws {
        let tables = try MarkdownTables(Self.path)
        for event in try EventRow.all() {
            let rows = tables.rows(of: event.messageID)
            #expect(rows.map { Array($0.prefix(2)) } == [["`\(event.name)`", try Self.priority(event.severity)]])
        }
    }

    @Test func `each refusal has one row with its MESSAGE_ID, code, priority and outcome`() throws {
        let tables = try MarkdownTables(Self.path)
        for row in try RefusalRow.all() {
            let expected = ["`\(row.code)`", try Self.priority(row.severity), row.outcome]
            #expect(tables.rows(of: row.messageID).map { Array($0.prefix(3)) } == [expected])
        }
    }

    @Test func `no row has a MESSAGE_ID that the code does not know`() throws {
        let known = Set(try RefusalRow.all().map(\.messageID) + EventRow.all().map(\.messageID))
        let told = try MarkdownTables(Self.path).keys.filter { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil }
        #expect(Set(told) == known)
    }

    @Test func `the fields in the document are those that the code sends, each once`() throws {
        let told = try MarkdownTables(Self.path).keys.filter { $0.hasPrefix("WRITEBACK_") }
        #expect(try told.sorted() == Self.sentFields().sorted())
    }

    @Test func `the queries name no other MESSAGE_ID, code or field than those of the code`() throws {
        let text = try Repository.text(Self.path)
        let identifiers = Set(try RefusalRow.all().map(\.messageID) + EventRow.all().map(\.messageID))
        let codes = Set(try RefusalRow.all().map(\.code))
        #expect(text.matches(of: /MESSAGE_ID=([0-9a-f]{32})/).allSatisfy { identifiers.contains(String($0.1)) })
        #expect(text.matches(of: /WRITEBACK_CODE=([a-z_]+)/).allSatisfy { codes.contains(String($0.1)) })
        let fields = try Self.sentFields()
        #expect(text.matches(of: /(WRITEBACK_[A-Z_]+[A-Z])\b/).allSatisfy { fields.contains(String($0.1)) })
    }

    /// The names in the source text: literals, and those made of the parameters of a refusal.
    private static func sentFields() throws -> Set<String> {
        let literals = try Repository.swiftFiles(below: "Sources").flatMap { path in
            try Repository.text(path).matches(of: /"(WRITEBACK_[A-Z_]*[A-Z])(?:=1\\n)?"/).map { String($0.1) }
        }
        let parameters = try Repository.text("Sources/Requests/Refusals/Refusal+Parameters.swift")
            .matches(of: /"([a-z_]+)":/).map { "WRITEBACK_" + $0.1.uppercased() }
        return Set(literals + parameters)
    }

    private static func priority(_ severity: String) throws -> String {
        "\(severity) (\(try #require(priorities[severity])))"
    }
}

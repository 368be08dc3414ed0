import Requests
import TestSupport
import Testing

@Suite struct CallingDocumentTests {
    private static let path = "docs/calling.md"

    @Test func `the samples stand for every refusal there is`() throws {
        #expect(try RefusalSamples.all.map(\.entry.code).sorted() == RefusalRow.all().map(\.code).sorted())
    }

    @Test(arguments: RefusalSamples.all)
    func `each code has one row with its status, outcome, retry rule and parameters`(refusal: Refusal) throws {
        let entry = refusal.entry
        let expected = [
            "\(entry.status)", entry.outcome.rawValue, entry.isRetryable ? "yes" : "no", Self.wait(refusal),
            Self.parameters(refusal),
        ]
        #expect(try MarkdownTables(Self.path).rows(of: entry.toldCode).map { Array($0.prefix(5)) } == [expected])
    }

    @Test func `what is wrong with a token that proves nothing is told to nobody`() throws {
        let hidden = try RefusalRow.all().filter { $0.toldCode != $0.code }
        #expect(hidden.count > 5)
        let tables = try MarkdownTables(Self.path)
        for row in hidden { #expect(tables.rows(of: row.code).isEmpty, "\(row.code)") }
    }

    @Test func `the outcome that nobody knows has its row, by what the reply says`() throws {
        let reply = Self.reply(.noAnswer)
        #expect(reply.body.contains(#""code":"outcome_unknown","retryable":true"#))
        #expect(Self.reply(.overtaken).body.contains(#""code":"outcome_unknown","retryable":false"#))
        let rows = try MarkdownTables(Self.path).rows(of: "outcome_unknown")
        let wait = reply.retryAfter.map { "\($0) s; - with `overtaken`" }
        let expected = ["\(reply.status)", "unknown", "yes; no with `overtaken`", wait, "`cause`"]
        #expect(rows.map { Array($0.prefix(5)) } == [expected])
    }

    @Test func `each cause of an unknown outcome is explained, here and in the journal's document`() throws {
        let causes = try Repository.text("Sources/Requests/Outcomes/Uncertainty.swift")
            .matches(of: /case (\w+)(?: = "([a-z_]+)")?/).map { String($0.2 ?? $0.1) }
        #expect(causes.count > 5)
        let tables = try MarkdownTables(Self.path)
        let field = try MarkdownTables("docs/journal.md").rows(of: "WRITEBACK_CAUSE").first?.first ?? ""
        for cause in causes {
            #expect(tables.rows(of: cause).count == 1, "\(cause)")
            #expect(field.contains("`\(cause)`"), "\(cause)")
        }
    }

    @Test func `each member of a request has one row, and those of signed requests say so`() throws {
        let tables = try MarkdownTables(Self.path)
        for member in RequestMember.allCases {
            let rows = tables.rows(of: member.rawValue)
            #expect(rows.count == 1, "\(member)")
            #expect(rows.first?.first?.hasPrefix("signed") == member.isClaim, "\(member)")
        }
    }

    @Test func `each problem of a malformed request is explained`() throws {
        let tables = try MarkdownTables(Self.path)
        let codes = try Repository.text("Sources/JSON/Faults/Problem.swift").matches(of: /case \.\w+: "([a-z_]+)"/)
        #expect(codes.count > 10)
        for code in codes { #expect(tables.rows(of: String(code.1)).count == 1, "\(code.1)") }
    }

    @Test func `the reply that is shown is one that the agent gives`() throws {
        let refusal = Refusal.passwordTooShort(minimum: 10)
        let text = try Repository.text(Self.path)
        #expect(text.contains(#""detail":"\#(refusal.description)""#))
        #expect(text.contains(#""parameters":{"min":10}"#))
    }

    private static func reply(_ uncertainty: Uncertainty) -> Reply {
        let story = Story(peer: Peer(uid: 0, gid: 0, pid: 1), begun: .now, allowance: .zero)
        return Reply(uncertainty: uncertainty, story: story, contact: nil)
    }

    private static func wait(_ refusal: Refusal) -> String {
        if case .tooManyAttempts = refusal { return "counted" }
        return refusal.retryAfter.map { "\($0) s" } ?? "-"
    }

    private static func parameters(_ refusal: Refusal) -> String {
        guard !refusal.isUnproven, !refusal.parameters.isEmpty else { return "-" }
        return refusal.parameters.map { "`\($0.key)`" }.joined(separator: " ")
    }
}

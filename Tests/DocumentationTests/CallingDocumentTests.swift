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
        #expect(try MarkdownTables(Self.path).rows(of: entry.code).map { Array($0.prefix(5)) } == [expected])
    }

    @Test func `the outcome that nobody knows has its row, by what the reply says`() throws {
        let story = Story(peer: Peer(uid: 0, gid: 0, pid: 1), begun: .now, allowance: .zero)
        let reply = Reply(uncertainty: .noAnswer, story: story, contact: nil)
        #expect(reply.body.contains(#""code":"outcome_unknown","retryable":false"#))
        let rows = try MarkdownTables(Self.path).rows(of: "outcome_unknown")
        #expect(rows.map { Array($0.prefix(5)) } == [["\(reply.status)", "unknown", "no", "-", "`cause`"]])
    }

    @Test func `each member of a request has one row`() throws {
        let tables = try MarkdownTables(Self.path)
        for member in RequestMember.allCases { #expect(tables.rows(of: member.rawValue).count == 1, "\(member)") }
    }

    @Test func `each problem of a malformed request is explained`() throws {
        let tables = try MarkdownTables(Self.path)
        let codes = try Repository.text("Sources/Requests/Wire/Problem.swift").matches(of: /case \.\w+: "([a-z_]+)"/)
        #expect(codes.count > 10)
        for code in codes { #expect(tables.rows(of: String(code.1)).count == 1, "\(code.1)") }
    }

    @Test func `the reply that is shown is one that the agent gives`() throws {
        let refusal = Refusal.passwordTooShort(minimum: 10)
        let text = try Repository.text(Self.path)
        #expect(text.contains(#""detail":"\#(refusal.description)""#))
        #expect(text.contains(#""parameters":{"min":10}"#))
    }

    private static func wait(_ refusal: Refusal) -> String {
        if case .tooManyAttempts = refusal { return "counted" }
        return refusal.retryAfter.map { "\($0) s" } ?? "-"
    }

    private static func parameters(_ refusal: Refusal) -> String {
        refusal.parameters.isEmpty ? "-" : refusal.parameters.map { "`\($0.key)`" }.joined(separator: " ")
    }
}

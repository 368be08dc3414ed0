import JSON
import Requests
import Testing

/// The words for what is wrong with a request.
struct ProblemTests {
    private static let samples: [(problem: Problem, code: String, sentence: String)] = [
        (.notJSON(offset: 3), "not_json", "is not valid JSON (at byte 3)"),
        (.wrongType(expected: "a string"), "wrong_type", "must be a string"),
        (.unknownMember, "unknown_member", "is not a known member"),
        (.duplicateMember, "duplicate_member", "occurs more than once"), (.missing, "missing_member", "is missing"),
        (.empty, "empty", "must not be empty"), (.tooLong(limit: 9), "too_long", "is longer than the limit of 9"),
        (.invalidUnicode, "invalid_unicode", "is not well-formed Unicode"),
        (.holdsNUL, "holds_nul", "must not contain a NUL character"),
        (.forbiddenCharacter("no x"), "forbidden_character", "has a character that is not allowed: no x"),
        (.notOneOf(["a", "b"]), "not_allowed_value", "must be one of a, b"),
        (.oneOf(["a", "b"]), "exactly_one_required", "must have exactly one of a, b"),
        (.notForOperation("status"), "not_for_operation", "has no meaning for the operation 'status'"),
        (.outOfRange(1...9), "out_of_range", "must be from 1 to 9"),
    ]

    /// Does not compile while a problem has no sample above.
    private func number(of problem: Problem) -> Int {
        switch problem {
        case .notJSON: 0
        case .wrongType: 1
        case .unknownMember: 2
        case .duplicateMember: 3
        case .missing: 4
        case .empty: 5
        case .tooLong: 6
        case .invalidUnicode: 7
        case .holdsNUL: 8
        case .forbiddenCharacter: 9
        case .notOneOf: 10
        case .oneOf: 11
        case .notForOperation: 12
        case .outOfRange: 13
        }
    }

    @Test func `every problem has its code and its words`() {
        #expect(Self.samples.map { number(of: $0.problem) } == Array(0...13))
        for (problem, code, sentence) in Self.samples {
            #expect(problem.code == code)
            #expect(problem.description == sentence)
            let refusal = Refusal.malformed(.init(field: "amr[2]", problem: problem))
            #expect(refusal.description == "The request is malformed: 'amr[2]' \(sentence).")
        }
    }

    @Test func `a refusal names the field and the problem in its parameters`() {
        let refusal = Refusal.malformed(.init(field: "account.name", problem: .tooLong(limit: 256)))
        #expect(JSONValue.members(refusal.parameters) == ["field": "account.name", "problem": "too_long"])
    }
}

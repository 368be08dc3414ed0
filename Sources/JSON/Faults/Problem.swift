/// The ways in which a JSON text, or a member of it, can be malformed. No case holds a value that was sent.
public enum Problem: Sendable, Equatable {
    /// Not JSON (RFC 8259); the byte offset where reading stopped.
    case notJSON(offset: Int)
    /// Not the JSON type expected.
    case wrongType(expected: String)
    /// No member of this name is known here.
    case unknownMember
    /// The member occurs twice.
    case duplicateMember
    /// The member is required.
    case missing
    /// The text is empty.
    case empty
    /// Longer than `limit` characters, or more than `limit` values.
    case tooLong(limit: Int)
    /// Not well-formed UTF-8, or half of a surrogate pair.
    case invalidUnicode
    /// Holds a NUL character, which directories cut or refuse.
    case holdsNUL
    /// Holds a character that it must not; the text says what is allowed.
    case forbiddenCharacter(String)
    /// Not one of the values allowed.
    case notOneOf([String])
    /// Exactly one of these members is required.
    case oneOf([String])
    /// A number outside of these bounds.
    case outOfRange(ClosedRange<Int>)
    /// The member has no meaning for the operation of this name.
    case notForOperation(String)

    /// The stable name of the problem in replies.
    public var code: String {
        switch self {
        case .notJSON: "not_json"
        case .wrongType: "wrong_type"
        case .unknownMember: "unknown_member"
        case .duplicateMember: "duplicate_member"
        case .missing: "missing_member"
        case .empty: "empty"
        case .tooLong: "too_long"
        case .invalidUnicode: "invalid_unicode"
        case .holdsNUL: "holds_nul"
        case .forbiddenCharacter: "forbidden_character"
        case .notOneOf: "not_allowed_value"
        case .oneOf: "exactly_one_required"
        case .outOfRange: "out_of_range"
        case .notForOperation: "not_for_operation"
        }
    }
}

extension Problem: CustomStringConvertible {
    /// The problem as the end of a sentence that begins with the member's name.
    public var description: String {
        switch self {
        case .notJSON(let offset): "is not valid JSON (at byte \(offset))"
        case .wrongType(let expected): "must be \(expected)"
        case .unknownMember: "is not a known member"
        case .duplicateMember: "occurs more than once"
        case .missing: "is missing"
        case .empty: "must not be empty"
        case .tooLong(let limit): "is longer than the limit of \(limit)"
        case .invalidUnicode: "is not well-formed Unicode"
        case .holdsNUL: "must not contain a NUL character"
        case .forbiddenCharacter(let rule): "has a character that is not allowed: \(rule)"
        case .notOneOf(let values): "must be one of \(values.joined(separator: ", "))"
        case .oneOf(let names): "must have exactly one of \(names.joined(separator: ", "))"
        case .outOfRange(let range): "must be from \(range.lowerBound) to \(range.upperBound)"
        case .notForOperation(let operation): "has no meaning for the operation '\(operation)'"
        }
    }
}

/// What is wrong with a JSON text, and where.
public struct Malformation: Sendable, Equatable, CustomStringConvertible {
    /// The member's path, such as `account.name`; empty for the body as a whole.
    public let field: String
    /// What is wrong with it.
    public let problem: Problem

    /// Names `problem` in `field`; a field name from outside is bounded and stripped of control characters.
    public init(field: String, problem: Problem) {
        let printable = field.unicodeScalars.filter { $0.properties.generalCategory != .control }
        self.field = String(String.UnicodeScalarView(printable.prefix(80)))
        self.problem = problem
    }

    /// The field and the problem, as the end of a sentence.
    public var description: String {
        field.isEmpty ? "the JSON text \(problem)" : "'\(field)' \(problem)"
    }
}

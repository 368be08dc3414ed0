public import JSON

/// What a directory is and what it cannot do, for people and in stable codes.
public struct DirectoryDescription: Sendable, Equatable {
    /// Something that it cannot do or tell.
    public struct Limit: Sendable, Equatable {
        /// The stable code.
        public let code: String
        /// One sentence for a person.
        public let detail: String

        /// A limit of this code.
        public init(code: String, detail: String) {
            self.code = code
            self.detail = detail
        }

        /// The limit as a reply has it.
        public var document: JSONValue { ["code": .string(code), "detail": .string(detail)] }
    }

    /// Whose ways it is treated by, such as `openldap`.
    public let kind: String
    /// What the server calls itself; nil where it does not say.
    public let product: String?
    /// What it cannot do or tell, whatever rights the agent has.
    public let limits: [Limit]

    /// A description of these parts.
    public init(kind: String, product: String?, limits: [Limit]) {
        self.kind = kind
        self.product = product
        self.limits = limits
    }
}

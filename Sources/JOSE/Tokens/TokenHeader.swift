internal import JSON

/// The protected header of a signed token: `alg`, `kid` and `typ`, all three and nothing else (RFC 7515 section 4.1).
struct TokenHeader {
    let keyID: String
    let algorithm: SignatureAlgorithm

    /// The most bytes of its JSON text.
    static let sizeLimit = 1024
    /// The most characters of an `alg` or `typ`.
    private static let nameCharacters = 128

    /// Reads the JSON text, whose `typ` must be `type` to the letter.
    init(_ text: UnsafeRawBufferPointer, type: String) throws(TokenFault) {
        var members = Members()
        do throws(JSONError) {
            var reader = JSONReader(text)
            try reader.object(at: "") { (reader, name) throws(JSONError) in try members.read(name, &reader) }
            try reader.end()
        } catch {
            throw TokenFault(header: error)
        }
        guard members.type == type else { throw .type }
        guard let algorithm = SignatureAlgorithm(rawValue: members.algorithm ?? "") else { throw .algorithm }
        guard let keyID = members.keyID else { throw .malformed("the token's header: 'kid' is missing") }
        (self.keyID, self.algorithm) = (keyID, algorithm)
    }

    /// The members as they are read.
    private struct Members {
        var algorithm: String?
        var keyID: String?
        var type: String?

        mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONError) {
            switch name {
            case "alg": algorithm = try reader.string(at: name, characters: nameCharacters)
            case "kid": keyID = try reader.keyID(at: name)
            case "typ": type = try reader.string(at: name, characters: nameCharacters)
            default: throw .malformed(.init(field: name, problem: .unknownMember))
            }
        }
    }
}

extension TokenFault {
    /// What is wrong with a header.
    init(header error: JSONError) {
        switch error {
        case .secureMemory: self = .secureMemory
        case .malformed(let found) where found.problem == .unknownMember: self = .critical(found.field)
        case .malformed(let found): self = .malformed("the token's header: \(found)")
        }
    }
}

internal import JSON
internal import Secrets

/// The values of a request's members, each with its own bounds.
extension JSONReader {
    mutating func identifier(at path: String) throws(JSONError) -> String {
        try visible(at: path, characters: RequestLimits.identifierCharacters)
    }

    mutating func party(at path: String) throws(JSONError) -> String {
        try visible(at: path, characters: RequestLimits.issuerCharacters)
    }

    /// A NumericDate (RFC 7519 section 2) without a fraction.
    mutating func time(at path: String) throws(JSONError) -> Timestamp {
        Timestamp(seconds: try wholeNumber(at: path))
    }

    mutating func sealed(at path: String) throws(JSONError) -> String {
        try visible(at: path, characters: RequestLimits.sealedCharacters)
    }

    private mutating func visible(at path: String, characters: Int) throws(JSONError) -> String {
        let text = try string(at: path, characters: characters)
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            throw .malformed(.init(field: path, problem: .forbiddenCharacter("only visible ASCII without spaces")))
        }
        return text
    }

    mutating func operation(at path: String) throws(JSONError) -> Operation {
        let text = try string(at: path, characters: RequestLimits.methodCharacters)
        guard let operation = Operation(rawValue: text) else {
            throw .malformed(.init(field: path, problem: .notOneOf(Operation.allCases.map(\.rawValue))))
        }
        return operation
    }

    mutating func account(at path: String) throws(JSONError) -> AccountReference {
        var found: AccountReference?
        try object(at: path) { (reader, name) throws(JSONError) in
            let field = "\(path).\(name)"
            guard name == "id" || name == "name" else {
                throw .malformed(.init(field: field, problem: .unknownMember))
            }
            guard found == nil else { throw .malformed(.init(field: path, problem: .oneOf(["id", "name"]))) }
            let text = try reader.accountText(at: field)
            found = name == "id" ? .id(text) : .name(text)
        }
        guard let found else { throw .malformed(.init(field: path, problem: .oneOf(["id", "name"]))) }
        return found
    }

    /// Directories compare names without the spaces at their ends, so " alice" would quietly mean somebody else.
    private mutating func accountText(at path: String) throws(JSONError) -> String {
        let text = try line(at: path, characters: RequestLimits.accountCharacters)
        guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
            throw .malformed(.init(field: path, problem: .forbiddenCharacter("no space at either end")))
        }
        return text
    }

    mutating func directory(at path: String) throws(JSONError) -> String {
        try line(at: path, characters: RequestLimits.directoryCharacters)
    }

    mutating func description(at path: String) throws(JSONError) -> String {
        try line(at: path, characters: RequestLimits.descriptionCharacters)
    }

    mutating func actor(at path: String) throws(JSONError) -> String {
        var subject: String?
        try object(at: path) { (reader, name) throws(JSONError) in
            let field = "\(path).\(name)"
            guard name == "sub" else { throw .malformed(.init(field: field, problem: .unknownMember)) }
            subject = try reader.description(at: field)
        }
        guard let subject else { throw .malformed(.init(field: "\(path).sub", problem: .missing)) }
        return subject
    }

    mutating func methods(at path: String) throws(JSONError) -> [String] {
        try array(at: path, count: RequestLimits.methods) { (reader, field) throws(JSONError) in
            let text = try reader.string(at: field, characters: RequestLimits.methodCharacters)
            guard text.utf8.allSatisfy(Self.isMethodCharacter) else {
                throw .malformed(.init(field: field, problem: .forbiddenCharacter("only a-z A-Z 0-9 . _ -")))
            }
            return text
        }
    }

    mutating func password(at path: String) throws(JSONError) -> Secret {
        try secret(at: path, characters: RequestLimits.passwordCharacters)
    }

    /// A text of one line: no control characters, so that it cannot pretend to be two lines of a log.
    private mutating func line(at path: String, characters: Int) throws(JSONError) -> String {
        let text = try string(at: path, characters: characters)
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw .malformed(.init(field: path, problem: .forbiddenCharacter("no control characters")))
        }
        return text
    }

    private static func isMethodCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

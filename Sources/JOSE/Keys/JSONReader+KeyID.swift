internal import JSON

extension JSONReader {
    /// Reads a `kid`: 1 to 128 characters, none of them a control character, since it is told of in messages.
    mutating func keyID(at path: String) throws(JSONError) -> String {
        let id = try string(at: path, characters: JWK.idCharacters)
        guard id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw .malformed(.init(field: path, problem: .forbiddenCharacter("no control characters")))
        }
        return id
    }
}

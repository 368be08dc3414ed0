internal import JSON
internal import Secrets

/// The private members of a key, which never leave locked memory.
extension JWK {
    /// Reads the JSON text of one key.
    init(judging text: UnsafeRawBufferPointer) throws(KeyProblem) {
        do throws(JSONError) {
            try self.init(reading: text)
        } catch {
            throw KeyProblem(error)
        }
    }

    /// The whole key as JSON.
    func privateText() throws(SecretError) -> Secret {
        let numbers = [("d", privateKey)] + RSAFactor.allCases.map { ($0.rawValue, factors[$0]) }
        return try Secret(
            jwk: publicValue, privateMembers: numbers.compactMap { name, number in number.map { (name, $0) } })
    }
}

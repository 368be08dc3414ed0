internal import JSON
internal import Secrets

extension JSONReader {
    /// Reads bytes in base64url, without a copy outside locked memory; nil when the text is not in its canonical form.
    mutating func base64URLSecret(at path: String, characters: Int) throws(JSONError) -> SharedSecret? {
        let text = try secret(at: path, characters: characters)
        do throws(SecretError) {
            let bytes = try text.withUnsafeBytes { (text) throws(SecretError) in try Base64URL.decodeSecret(text) }
            if let bytes { return SharedSecret(bytes) }
        } catch {
            throw .secureMemory
        }
        return nil
    }
}

internal import JSON
public import Secrets

extension SigningKey {
    /// A compact JWS (RFC 7515 section 7.1) over `payload`.
    ///
    /// - Parameter type: The header's `typ`, such as `writeback-request+jwt`.
    /// - Throws: ``KeyError`` when libcrypto cannot sign with the key.
    public func sign(_ payload: borrowing Secret, type: String) throws(KeyError) -> String {
        try payload.withUnsafeBytes { (payload) throws(KeyError) in try sign(bytes: payload, type: type) }
    }

    /// A compact JWS (RFC 7515 section 7.1) over `payload`.
    ///
    /// - Parameter type: The header's `typ`, such as `writeback-request+jwt`.
    /// - Throws: ``KeyError`` when libcrypto cannot sign with the key.
    public func sign(_ payload: [UInt8], type: String) throws(KeyError) -> String {
        try sign(bytes: payload, type: type)
    }

    private func sign(bytes: some Collection<UInt8>, type: String) throws(KeyError) -> String {
        let header: JSONValue = ["alg": .string(algorithm.rawValue), "kid": .string(id), "typ": .string(type)]
        let input = Base64URL.encode(Array(header.text.utf8)) + "." + Base64URL.encode(bytes)
        return input + "." + Base64URL.encode(try signature(of: Array(input.utf8)))
    }
}

@testable import JOSE

/// A token in pieces, to be put together as no honest signer would.
struct RawToken {
    var header: String
    var payload: [UInt8]

    /// What the signature is over.
    private var input: String { Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(payload) }

    /// With a good signature over whatever there is.
    func signed(by key: SigningKey) throws -> String {
        with(signature: try key.signature(of: Array(input.utf8)))
    }

    /// With these bytes for a signature.
    func with(signature: [UInt8]) -> String { input + "." + Base64URL.encode(signature) }
}

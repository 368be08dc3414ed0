import Secrets

@testable import JOSE

/// A token in pieces, to be put together as no honest signer would.
struct Token {
    /// The header's JSON text.
    var header: String
    /// The payload.
    var payload = Array(#"{"iss":"portal","op":"unlock"}"#.utf8)

    /// The header that `key` would write, and more members.
    static func header(of key: SigningKey, adding more: String = "") -> String {
        #"{"alg":"\#(key.algorithm.rawValue)","kid":"\#(key.id)","typ":"\#(sampleType)"\#(more)}"#
    }

    /// What the signature is over.
    var input: String { Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(payload) }

    /// With a good signature by `key` over whatever there is.
    func signed(by key: SigningKey) throws -> String {
        with(signature: try key.signature(of: Array(input.utf8)))
    }

    /// With these bytes for a signature.
    func with(signature: [UInt8]) -> String { input + "." + Base64URL.encode(signature) }
}

/// Reads `token` and checks it against `key`: what is wrong with it, nil when nothing is.
func fault(_ token: String, _ key: VerificationKey, type: String = sampleType) throws -> TokenFault? {
    let text = try Secret(utf8: token)
    do throws(TokenFault) {
        _ = try SignedToken(parsing: text, type: type).verifiedPayload(by: key)
        return nil
    } catch {
        return error
    }
}

/// The payload of `token` once it is checked against `key`.
func payload(_ token: String, _ key: VerificationKey, type: String = sampleType) throws -> [UInt8] {
    let payload = try SignedToken(parsing: try Secret(utf8: token), type: type).verifiedPayload(by: key)
    return payload.withUnsafeBytes { Array($0) }
}

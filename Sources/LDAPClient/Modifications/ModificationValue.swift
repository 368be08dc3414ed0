public import Secrets

/// A value of a change; a secret one stays in its locked memory until libldap writes the request.
public enum ModificationValue: Sendable {
    /// Bytes that may be seen.
    case bytes([UInt8])
    /// A password or another value that must not be copied about.
    case secret(SharedSecret)

    /// The UTF-8 of a text.
    public static func text(_ text: String) -> ModificationValue {
        .bytes(Array(text.utf8))
    }

    /// Lends the bytes for the length of `body`.
    func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .bytes(let bytes):
            try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(UnsafeRawBufferPointer(bytes)) }
        case .secret(let secret): try secret.withUnsafeBytes(body)
        }
    }
}

/// A secret with several readers, such as the bind password of a directory.
///
/// It ends, and is wiped, with its last reader.
public final class SharedSecret: Sendable {
    private let secret: Secret

    /// Takes over `secret`.
    public init(_ secret: consuming Secret) {
        self.secret = secret
    }

    /// Lends the bytes for the length of `body`.
    public func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withUnsafeBytes(body)
    }

    /// Lends the secret for the length of `body`.
    public func withSecret<Result: ~Copyable, Failure: Error>(
        _ body: (borrowing Secret) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(secret)
    }
}

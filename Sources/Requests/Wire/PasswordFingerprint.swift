/// By what the passwords of two requests are compared.
public enum PasswordFingerprint: Sendable, Equatable {
    /// There are none.
    case absent
    /// SHA-256 of the sealed passwords as they were sent: ciphertext, which no guess can reproduce.
    case sealed([UInt8])
    /// HMAC-SHA-256 of unsealed passwords under a key that is gone when the process ends.
    case keyed([UInt8])
}

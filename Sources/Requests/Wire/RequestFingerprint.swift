/// By what two requests of one identity are held against each other. Nothing of a password can be learnt from it.
public struct RequestFingerprint: Sendable, Equatable {
    /// SHA-256 of everything that the request says in clear, times left out.
    public let details: [UInt8]
    /// The same for its passwords.
    public let passwords: PasswordFingerprint

    /// A fingerprint of these parts.
    public init(details: [UInt8], passwords: PasswordFingerprint) {
        self.details = details
        self.passwords = passwords
    }
}

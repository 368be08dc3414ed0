/// How much a sealed message may hold.
public enum SealLimits {
    /// Bytes of the protected header.
    public static let headerBytes = 2048
    /// Bytes that can be sealed: a password of 256 characters takes up to four each (RFC 3629).
    public static let plaintextBytes = 1024
    /// Characters of an issuer, an audience or a request's identifier in the header.
    public static let nameCharacters = 256
}

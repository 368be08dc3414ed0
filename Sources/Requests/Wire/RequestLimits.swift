/// The sizes that a request must keep to.
public enum RequestLimits {
    /// Bytes of a request body.
    public static let bodyBytes = 16 * 1024
    /// Unicode scalar values in a password.
    public static let passwordCharacters = 256
    /// Characters of a password as it is sealed (RFC 7516 section 3.1).
    public static let sealedCharacters = 6 * 1024
    /// Characters of `iss` and of `aud`.
    public static let issuerCharacters = 256
    /// Unicode scalar values in an account's name or anchor.
    public static let accountCharacters = 256
    /// Characters of a request's identifier (`jti`).
    public static let identifierCharacters = 128
    /// Characters of `client` and of `act.sub`.
    public static let descriptionCharacters = 128
    /// Characters of a directory's configured name.
    public static let directoryCharacters = 32
    /// Values in `amr`.
    public static let methods = 16
    /// Characters of each value in `amr`.
    public static let methodCharacters = 32
}

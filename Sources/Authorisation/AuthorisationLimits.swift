/// The times that signed requests must keep to.
public enum AuthorisationLimits {
    /// Seconds that a caller's clock and this machine's may differ by.
    public static let skew = 60
    /// Seconds from `iat` to `exp` at most.
    public static let lifetime = 300
}

internal import Secrets

/// A JSON Web Key (RFC 7517) as it was written, before anybody has judged whether it is a good one.
struct JWK: Sendable {
    /// `kty`, such as `EC`.
    var keyType = ""
    /// `crv`, such as `P-256`.
    var curve: String?
    /// `kid`, 1 to 128 characters.
    var id: String?
    /// `alg`, such as `ES256`.
    var algorithm: String?
    /// `use`, such as `sig`.
    var use: String?
    /// `key_ops`, such as `verify`.
    var operations: [String]?
    /// `x`, big-endian for P-256, as in RFC 8037 for the others.
    var x: [UInt8]?
    /// `y`, big-endian.
    var y: [UInt8]?
    /// `n`, big-endian.
    var modulus: [UInt8]?
    /// `e`, big-endian.
    var exponent: [UInt8]?
    /// `d`: the private key, or the private exponent of RSA.
    var privateKey: SharedSecret?
    /// `p`, `q`, `dp`, `dq` and `qi` of RSA, as far as they are given.
    var factors: [RSAFactor: SharedSecret] = [:]
    /// Whether it holds the secret `k` of a symmetric key, which nobody here reads.
    var isSymmetric = false

    /// Whether anything of a private or symmetric key is in it.
    var isPrivate: Bool { privateKey != nil || !factors.isEmpty || isSymmetric }
}

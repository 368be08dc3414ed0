/// Why a token is not taken. No case holds more of it than the name of a header member.
public enum TokenFault: Error, Sendable, Equatable {
    /// Not in the one form that it may have; the text says what is wrong.
    case malformed(String)
    /// The token, or a part of it, is larger than `limit` bytes.
    case tooLarge(limit: Int)
    /// The header's `typ` is not the one expected here, or missing.
    case type
    /// The header's `alg` is not in use, or not the one that the key is used with.
    case algorithm
    /// The header has this member, which would have to be understood and is not; at most 64 characters.
    case critical(String)
    /// The signature is not by this key, or the sealing not to it.
    case signature
    /// There is no locked memory left.
    case secureMemory
}

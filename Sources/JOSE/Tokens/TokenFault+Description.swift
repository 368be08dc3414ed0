extension TokenFault: CustomStringConvertible {
    /// The fault as a clause, safe to log.
    public var description: String {
        switch self {
        case .malformed(let found): found
        case .tooLarge(let limit): "the token or a part of it is larger than the limit of \(limit) bytes"
        case .type: "the token's 'typ' is not the one expected"
        case .algorithm: "the token's 'alg' is not the one of the key"
        case .critical(let member): "the token's header has the member '\(member)', which is not allowed"
        case .signature: "the token's signature is not by the key"
        case .secureMemory: "there is no locked memory left"
        }
    }
}

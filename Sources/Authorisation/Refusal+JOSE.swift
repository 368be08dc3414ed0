internal import JOSE
internal import Requests

extension Refusal {
    /// The refusal of a token that proves nothing.
    init(_ fault: TokenFault) {
        self =
            switch fault {
            case .malformed(let what): .tokenMalformed(what)
            case .tooLarge(let limit): .tokenTooLarge(limit: limit)
            case .type: .tokenType
            case .algorithm: .tokenAlgorithm
            case .critical: .tokenCritical
            case .signature: .tokenSignature
            case .secureMemory: .busy(.secureMemory)
            }
    }
}

extension Refusal {
    /// The refusal of the sealed password in `field`.
    init(_ fault: SealFault, in field: String) {
        self = fault == .secureMemory ? .busy(.secureMemory) : .sealedPasswordInvalid(field: field)
    }
}

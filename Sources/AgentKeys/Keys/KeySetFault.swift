public import JSON

/// Why a text is no key file of the agent.
public enum KeySetFault: Error, Sendable, Equatable {
    /// No JWK set (RFC 7517) of private keys, or one with members that it must not have.
    case malformed(Malformation)
    /// Two keys have the same identifier.
    case duplicate(id: String)
    /// There must be one key of this status.
    case notExactlyOne(KeyStatus, found: Int)
    /// More than ``KeySet/retiredLimit``.
    case tooManyRetired
    /// There is no locked memory left; nothing is wrong with the text.
    case secureMemory

    init(_ error: JSONError) {
        self =
            switch error {
            case .malformed(let malformation): .malformed(malformation)
            case .secureMemory: .secureMemory
            }
    }
}

extension KeySetFault: CustomStringConvertible {
    /// The fault as a part of a sentence; safe to log.
    public var description: String {
        switch self {
        case .malformed(let malformation): "\(malformation)"
        case .duplicate(let id): "two keys have the kid '\(id)'"
        case .notExactlyOne(let status, let found):
            "there must be one key with status '\(status.rawValue)', not \(found)"
        case .tooManyRetired: "there are more than \(KeySet.retiredLimit) retired keys"
        case .secureMemory: "there is no locked memory left for secrets"
        }
    }
}

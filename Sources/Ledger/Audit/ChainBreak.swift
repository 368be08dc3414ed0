internal import Requests

/// Where a chain is broken, and how.
public struct ChainBreak: Sendable, Equatable, CustomStringConvertible {
    /// The number of the record that is concerned.
    public let sequence: Int
    /// What is wrong with it.
    public let fault: ChainFault

    /// Says what is wrong with which record; safe to log.
    public var description: String {
        switch fault {
        case .missing: "record \(sequence) is missing"
        case .altered: "record \(sequence) was altered: its hash does not follow from its content and the record before"
        case .baseMismatch: "record \(sequence) does not follow the one that was noted when earlier records were pruned"
        case .outcomeMissing(let identity):
            "the outcome of the request '\(identity.id)' of '\(identity.issuer)', record \(sequence), is missing"
        case .unreadable(let reason): "the records from \(sequence) on cannot be read: \(reason)"
        }
    }
}

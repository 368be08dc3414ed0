extension Uncertainty: CustomStringConvertible {
    /// What happened and what to do about it, in a sentence or two.
    public var description: String {
        let advice = "Ask for the account's status, or let the user try both passwords, before sending another request."
        return switch self {
        case .noAnswer: "The directory took the write and did not answer in time; it may still happen. \(advice)"
        case .connectionLost: "The connection to the directory was lost after the write was sent. \(advice)"
        case .notVerified:
            "The directory confirmed the write, and then could not be asked whether its entry shows it. \(advice)"
        case .notVisible: "The directory confirmed the write, but its entry does not show it. \(advice)"
        }
    }
}

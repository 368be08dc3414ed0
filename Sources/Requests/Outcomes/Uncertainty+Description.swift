extension Uncertainty: CustomStringConvertible {
    /// What happened and what to do about it, in a sentence or two.
    public var description: String {
        let advice = "Send the same request again: the agent then looks what became of it, and writes nothing twice."
        return switch self {
        case .noAnswer: "The directory took the write and did not answer in time; it may still happen. \(advice)"
        case .connectionLost: "The connection to the directory was lost after the write was sent. \(advice)"
        case .notVerified:
            "The directory confirmed the write, and then could not be asked whether its entry shows it. \(advice)"
        case .agentStopped: "The agent ended while the write was on its way. \(advice)"
        case .overtaken:
            "Since the request was sent the account was given another password, or locked anew; nothing more can be found "
                + "out. Let the user begin anew."
        case .notRecorded: "What became of the write could not be recorded. \(advice)"
        case .notVisible: "The directory confirmed the write, but its entry does not show it. \(advice)"
        }
    }
}

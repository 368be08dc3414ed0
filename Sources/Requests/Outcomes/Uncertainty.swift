/// Why it is not known whether a write happened.
public enum Uncertainty: String, Sendable, Equatable {
    /// The server did not answer in time.
    case noAnswer = "no_answer"
    /// The connection was lost after the request was sent.
    case connectionLost = "connection_lost"
    /// The server said yes, and nobody could be asked whether its entry shows the write.
    case notVerified = "not_verified"
    /// The server said yes, but its entry does not show the write.
    case notVisible = "not_visible"
    /// The agent ended between the record of its intent and the record of the end.
    case agentStopped = "agent_stopped"
    /// The password was changed since, and it is not the one of this request; nobody can tell which came first.
    case overtaken
    /// The write is done, but the record of it could not be made.
    case notRecorded = "not_recorded"

    /// After how many seconds the same request may settle it (RFC 9110 section 10.2.3); nil where nothing ever will.
    public var retryAfter: Int? { self == .overtaken ? nil : 5 }
}

/// What differs between two requests of one identity.
public enum RequestPart: String, Sendable, Equatable {
    /// The members that are no secret.
    case details
    /// The passwords, or the way they were sealed.
    case passwords
    /// Nobody can say: passwords that came unsealed are compared only until the agent restarts.
    case unknown
}

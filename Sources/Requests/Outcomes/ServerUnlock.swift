/// What became of an account's lock on a server beside the one that was written to, where each server counts wrong
/// passwords for itself.
public struct ServerUnlock: Sendable, Equatable {
    /// The server's URL.
    public let server: String
    /// Why the account may still be locked there; nil when it is not.
    public let refusal: Refusal?

    /// The end of an unlock on `server`.
    public init(server: String, refusal: Refusal?) {
        self.server = server
        self.refusal = refusal
    }
}

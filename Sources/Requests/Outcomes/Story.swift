/// What is known of a request so far: it grows from stage to stage and ends in the journal entry and the reply.
public struct Story: Sendable {
    /// The identifier that finds every entry about this request in the journal.
    public let correlation: String
    /// When its first byte arrived.
    public let begun: ContinuousClock.Instant
    /// The moment by which it must be answered.
    public let deadline: ContinuousClock.Instant
    /// Who sent it.
    public let peer: Peer
    /// The configured caller that the peer is.
    public var caller: String?
    /// Its identity, from the moment that the ledger has taken it: who has it must record an end.
    public var identity: RequestIdentity?
    /// What it says.
    public var details: RequestDetails?
    /// The configured directory that it is for.
    public var directory: String?
    /// The account it was found to mean.
    public var account: AccountIdentity?

    /// Begins the story of a request from `peer`.
    ///
    /// - Parameters:
    ///   - begun: When the first byte arrived.
    ///   - allowance: How long the answer may take, counted from `begun`.
    ///   - correlation: Its identifier in the journal where it has one already, for a story that is taken up again.
    public init(peer: Peer, begun: ContinuousClock.Instant, allowance: Duration, correlation: String? = nil) {
        self.correlation = correlation ?? Self.newCorrelation()
        self.peer = peer
        self.begun = begun
        deadline = begun + allowance
    }

    /// 128 random bits in hexadecimal, from the system's generator.
    private static func newCorrelation() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

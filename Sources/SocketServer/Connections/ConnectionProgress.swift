/// How far a connection is with its requests: what has begun, what is being read, what waits for its reply.
struct ConnectionProgress {
    /// When the request that is arriving now began with its first byte; nil between requests.
    private(set) var arriving: ContinuousClock.Instant?
    /// Requests whose head has arrived and whose reply has not been written.
    private(set) var unanswered = 0
    /// Since when nothing has been going on; nil while something is.
    private(set) var idleSince: ContinuousClock.Instant?
    private var headSeen = false

    init(now: ContinuousClock.Instant) {
        idleSince = now
    }

    /// Bytes arrived; true when they are the first of a request.
    mutating func bytesArrived(at now: ContinuousClock.Instant) -> Bool {
        guard arriving == nil else { return false }
        arriving = now
        idleSince = nil
        return true
    }

    /// A request's head is complete; answers when the request began.
    mutating func headArrived(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        unanswered += 1
        headSeen = true
        idleSince = nil
        let begun = arriving ?? now
        arriving = begun
        return begun
    }

    /// The request's last byte has arrived; its reply may have been written before, when it refuses the body.
    mutating func endArrived(at now: ContinuousClock.Instant) {
        arriving = nil
        headSeen = false
        if unanswered == 0 { idleSince = now }
    }

    /// A reply is written to its end.
    mutating func replyWritten(at now: ContinuousClock.Instant) {
        unanswered -= 1
        if unanswered == 0, arriving == nil { idleSince = now }
    }

    /// Whether no other request waits for its reply, so that one written now would be that of what is arriving.
    var mayAnswerNow: Bool { unanswered <= (headSeen ? 1 : 0) }

    /// Whether the request that is arriving has its reply already, which leaves it without a claim to another.
    var isAnswered: Bool { headSeen && unanswered == 0 }
}

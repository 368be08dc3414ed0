/// How one server of a pool has fared, and what follows from it. Time is passed in, and nothing here waits.
struct ServerHealth: Sendable {
    typealias Instant = ContinuousClock.Instant

    private enum Standing: Sendable {
        case untried
        case up
        case down(until: Instant)
        case returning(checks: Int, next: Instant)
    }

    private var standing = Standing.untried
    private var standingSince: Instant
    private var lastFailure: String?
    private var failures = 0
    private var lastContact: Instant?
    private var isSuspect = false
    private var avoidance: AvoidancePeriod?

    init(at now: Instant) {
        standingSince = now
    }

    /// Notes that a caller got a connection: a server that works when it is needed is up without further ado.
    mutating func opened(at now: Instant) {
        contacted(at: now)
        // What was under way when the server was found to take no changes says nothing about that.
        guard avoidance(at: now, isLastResort: true) == nil else { return }
        avoidance?.end(at: now)
        if !isUp { stand(.up, at: now) }
    }

    /// Notes that a connection could not be made, or broke.
    ///
    /// Many connections break at once when a server goes; that is one failure.
    mutating func failed(_ reason: String, at now: Instant) {
        lastFailure = reason
        isSuspect = false
        switch standing {
        case .down(let until) where now < until: return
        case .up where now >= standingSince + FailoverTiming.forgetting: failures = 1
        case .up, .untried, .down, .returning: failures += 1
        }
        let pause = FailoverTiming.pause(
            after: failures, from: FailoverTiming.shortestPause, to: FailoverTiming.longestPause)
        stand(.down(until: now + pause), at: now)
    }

    /// Notes that a check outside of any request succeeded: several in a row bring a server back.
    mutating func passed(at now: Instant) {
        contacted(at: now)
        switch standing {
        case .up: return
        case .untried: stand(.up, at: now)
        case .down: stand(.returning(checks: 1, next: now + FailoverTiming.returnInterval), at: now)
        case .returning(_, let next) where now < next: return
        case .returning(let checks, _) where checks + 1 < FailoverTiming.returnChecks:
            standing = .returning(checks: checks + 1, next: now + FailoverTiming.returnInterval)
        case .returning: stand(.up, at: now)
        }
    }

    /// Notes a reason to check the server soon: it may hang, or the caller had too little time.
    mutating func suspected() {
        isSuspect = true
    }

    /// Leaves the server alone although it works. It comes back as one that was down.
    mutating func avoid(_ reason: Avoidance, at now: Instant) {
        let period = AvoidancePeriod(reason, after: avoidance, at: now)
        avoidance = period
        stand(.down(until: period.end), at: now)
    }

    private mutating func contacted(at now: Instant) {
        lastContact = now
        isSuspect = false
    }

    private mutating func stand(_ new: Standing, at now: Instant) {
        switch (standing, new) {
        case (.down, .down): break
        default: standingSince = now
        }
        standing = new
    }
}

extension ServerHealth {
    /// Why the server is left alone although it works, as long as it is.
    ///
    /// - Parameter isLastResort: Whether there is no other; then it is given another chance sooner.
    func avoidance(at now: Instant, isLastResort: Bool = false) -> Avoidance? {
        guard let avoidance, now < (isLastResort ? avoidance.secondChance : avoidance.end) else { return nil }
        return avoidance.reason
    }

    /// In which order to try servers; the lower comes first, and those that are equal in the configured order.
    var rank: Int {
        switch standing {
        case .up, .untried: 0
        case .returning: 1
        case .down: 2
        }
    }

    /// Whether a connection was made and none failed since.
    var isUp: Bool {
        guard case .up = standing else { return false }
        return true
    }

    /// Since when it is time to check the server; nil when it is not.
    func checkDue(at now: Instant) -> Instant? {
        let due: Instant
        switch standing {
        case .down(let until): due = until
        case .returning(_, let next): due = next
        case .up, .untried: due = isSuspect ? standingSince : quietUntil
        }
        return due <= now ? due : nil
    }

    private var quietUntil: Instant {
        lastContact.map { $0 + FailoverTiming.standbyInterval } ?? standingSince
    }

    /// The whole of it, for people.
    func state(of address: ServerAddress, at now: Instant) -> ServerState {
        let avoidance = avoidance(at: now)
        return ServerState(
            address: address, condition: condition(avoidance), since: standingSince,
            reason: avoidance?.description ?? lastFailure)
    }

    private func condition(_ avoidance: Avoidance?) -> ServerState.Condition {
        switch (avoidance, standing) {
        case (.readOnly, _): .readOnly
        case (.unsuitable, _): .unsuitable
        case (nil, .untried): .untried
        case (nil, .up): .up
        case (nil, .down): .down
        case (nil, .returning): .returning
        }
    }
}

/// How long a server that works is left alone.
struct AvoidancePeriod: Sendable {
    let reason: Avoidance
    private(set) var end: ContinuousClock.Instant
    /// When it may be tried again if there is no other.
    let secondChance: ContinuousClock.Instant

    private let count: Int

    /// Begins a period: longer than `last` when that ended a short while ago only.
    init(_ reason: Avoidance, after last: AvoidancePeriod?, at now: ContinuousClock.Instant) {
        self.reason = reason
        let earlier = last.map { now < $0.end + FailoverTiming.longestAvoidance ? $0.count : 0 } ?? 0
        // Many requests that are told the same at once are one finding.
        let isSame = last.map { now < $0.secondChance } ?? false
        count = isSame ? max(earlier, 1) : earlier + 1
        secondChance = now + FailoverTiming.shortestAvoidance
        end =
            now
            + FailoverTiming.pause(
                after: count, from: FailoverTiming.shortestAvoidance, to: FailoverTiming.longestAvoidance)
    }

    /// Ends it early, if it lasts beyond `now`.
    mutating func end(at now: ContinuousClock.Instant) {
        end = min(end, now)
    }
}

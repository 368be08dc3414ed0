/// Whether the machine's clock may be believed when it says what is old.
///
/// A clock that is wrong by years would have every record removed at once. It is believed at once where it goes on from
/// the newest record that was found at the start, and else when it has gone evenly for an hour of this process.
struct ClockTrust {
    /// Seconds by which it may be off; an agent that was stopped for longer waits.
    static let tolerance = 2 * 86_400
    /// How long a clock that jumped must have gone evenly since.
    static let probation: Duration = .seconds(3600)

    private var last: (wall: Int, at: ContinuousClock.Instant)
    private var begin: ContinuousClock.Instant

    /// - Parameters:
    ///   - newest: When the newest record was made that is not of this process; nil where there is none to lose.
    ///   - wall: What the clock says, in seconds since 1970.
    ///   - at: When it says so.
    init(newest: Int?, wall: Int, at: ContinuousClock.Instant) {
        last = (wall, at)
        begin = Self.agree(newest ?? wall, wall) ? at : at + Self.probation
    }

    /// Whether the clock, which says `wall` now, is believed.
    mutating func holds(wall: Int, at: ContinuousClock.Instant) -> Bool {
        let expected = last.wall + Int(last.at.duration(to: at).components.seconds)
        if !Self.agree(expected, wall) { begin = at + Self.probation }
        last = (wall, at)
        return at >= begin
    }

    private static func agree(_ one: Int, _ other: Int) -> Bool {
        let (difference, overflows) = one.subtractingReportingOverflow(other)
        return !overflows && difference.magnitude <= tolerance
    }
}

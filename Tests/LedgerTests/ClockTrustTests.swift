import Testing

@testable import Ledger

/// Whether a clock is believed.
struct ClockTrustTests {
    private let start = ContinuousClock.now
    private let day = 86_400

    /// Whether a clock that was first asked at 0 s is believed at each of these seconds of uptime.
    private func believed(newest: Int?, wall: Int, _ asked: [(at: Int, wall: Int)]) -> [Bool] {
        var clock = ClockTrust(newest: newest, wall: wall, at: start)
        return asked.map { clock.holds(wall: $0.wall, at: start + .seconds($0.at)) }
    }

    @Test func `one that goes on from the newest record is believed at once`() {
        for wall in [1_000_000 - 2 * day, 1_000_000, 1_000_000 + 2 * day] {
            #expect(believed(newest: 1_000_000, wall: wall, [(0, wall)]) == [true], "\(wall)")
        }
    }

    @Test(arguments: [-1, 1]) func `one that does not is believed when it has gone evenly for an hour`(sign: Int) {
        let wall = 10_000_000 + sign * (2 * day + 1)
        let asked = [(0, wall), (3599, wall + 3599), (3600, wall + 3600)]
        #expect(believed(newest: 10_000_000, wall: wall, asked) == [false, false, true])
    }

    @Test func `one that jumps is believed an hour later`() {
        let ahead = 1_800_000_000
        let asked = [(3600, 3600), (3601, ahead), (7200, ahead + 3599), (7201, ahead + 3600)]
        #expect(believed(newest: nil, wall: 0, asked) == [true, false, false, true])
    }

    @Test func `one that goes evenly is believed however long nobody asks`() {
        #expect(believed(newest: nil, wall: 0, [(400 * day, 400 * day)]) == [true])
    }

    @Test func `no time is too far away to be compared`() {
        #expect(believed(newest: .min, wall: .max, [(0, .max)]) == [false])
    }
}

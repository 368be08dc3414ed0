import Testing

@testable import LDAPClient

@Suite("How a server is left and gone back to")
struct FailoverHealthTests {
    private let start = ContinuousClock.Instant.now

    @Test("each failure doubles the pause, from one second to a minute")
    func pauses() throws {
        var health = ServerHealth(at: start)
        var now = start
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
            health.failed("gone", at: now)
            #expect(health.checkDue(at: now + .seconds(seconds) - .milliseconds(1)) == nil)
            now += .seconds(seconds)
            #expect(health.checkDue(at: now) == now)
        }
    }

    @Test("many connections that break at once are one failure")
    func oneFailure() {
        var health = ServerHealth(at: start)
        for _ in 1...8 { health.failed("gone", at: start) }
        #expect(health.checkDue(at: start + .seconds(1)) != nil)
    }

    @Test("a server is back after three good checks within no less than ten seconds")
    func goodChecks() {
        var health = ServerHealth(at: start)
        health.failed("gone", at: start)
        for seconds in [1, 2, 5, 6, 8, 10] {
            health.passed(at: start + .seconds(seconds))
            #expect(condition(health, seconds) == .returning)
        }
        health.passed(at: start + .seconds(11))
        #expect(condition(health, 11) == .up)
    }

    @Test("a failure on the way back starts over, with a longer pause")
    func setback() {
        var health = ServerHealth(at: start)
        health.failed("gone", at: start)
        for seconds in [1, 6] { health.passed(at: start + .seconds(seconds)) }
        health.failed("gone again", at: start + .seconds(11))
        #expect(health.checkDue(at: start + .seconds(12)) == nil)
        for seconds in [13, 18] { health.passed(at: start + .seconds(seconds)) }
        #expect(condition(health, 18) == .returning)
        #expect(health.state(of: Self.address, at: start).reason == "gone again")
    }

    @Test("a server that is needed and works is up at once; what it did a minute ago is forgotten")
    func forgotten() {
        var health = ServerHealth(at: start)
        for seconds in [0, 1, 3] { health.failed("gone", at: start + .seconds(seconds)) }
        health.opened(at: start + .seconds(8))
        #expect(condition(health, 8) == .up)
        health.failed("gone", at: start + .seconds(67))
        #expect(health.checkDue(at: start + .seconds(74)) == nil)
        health.opened(at: start + .seconds(80))
        health.failed("gone", at: start + .seconds(140))
        #expect(health.checkDue(at: start + .seconds(141)) != nil)
    }

    @Test("one that takes no changes is left alone for a minute, then for twice as long, and comes back by checks")
    func readOnly() {
        var health = ServerHealth(at: start)
        health.opened(at: start)
        health.avoid(.readOnly("a shadow"), at: start)
        #expect(condition(health, 59) == .readOnly)
        #expect(health.checkDue(at: start + .seconds(59)) == nil)
        #expect(condition(health, 60) == .down)
        for seconds in [60, 65, 70] { health.passed(at: start + .seconds(seconds)) }
        #expect(condition(health, 70) == .up)
        health.avoid(.readOnly("a shadow"), at: start + .seconds(71))
        #expect(condition(health, 190) == .readOnly)
        #expect(health.avoidance(at: start + .seconds(131), isLastResort: true) == nil)
        #expect(condition(health, 191) == .down)
    }

    @Test("a connection that was under way does not end the time that a server is left alone")
    func underWay() {
        var health = ServerHealth(at: start)
        health.avoid(.unsuitable("another product"), at: start)
        health.opened(at: start + .seconds(1))
        #expect(condition(health, 2) == .unsuitable)
        health.opened(at: start + .seconds(60))
        #expect(condition(health, 60) == .up)
    }

    @Test("a server that nobody used for a minute, or that may hang, is due for a check")
    func dueChecks() {
        var health = ServerHealth(at: start)
        #expect(health.checkDue(at: start) == start)
        health.passed(at: start)
        #expect(condition(health, 0) == .up)
        #expect(health.checkDue(at: start + .seconds(59)) == nil)
        #expect(health.checkDue(at: start + .seconds(60)) != nil)
        health.opened(at: start + .seconds(60))
        #expect(health.checkDue(at: start + .seconds(61)) == nil)
        health.suspected()
        #expect(health.checkDue(at: start + .seconds(61)) != nil)
        health.passed(at: start + .seconds(61))
        #expect(health.checkDue(at: start + .seconds(62)) == nil)
    }

    private static let address = ServerAddress(scheme: .ldaps, host: "a.example.org", port: 636)

    private func condition(_ health: ServerHealth, _ seconds: Int) -> ServerState.Condition {
        health.state(of: Self.address, at: start + .seconds(seconds)).condition
    }
}

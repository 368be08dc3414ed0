import Ledger
import Synchronization
import Testing

/// How often a wrong current password may be tried.
struct WrongPasswordThrottleTests {
    /// A clock that stands still until it is told to go on.
    private final class Clock: Sendable {
        private let start = ContinuousClock.now
        private let passed = Mutex(Duration.zero)

        var now: ContinuousClock.Instant { start + passed.withLock { $0 } }

        func advance(_ duration: Duration) { passed.withLock { $0 += duration } }
    }

    private let clock = Clock()
    private let throttle: WrongPasswordThrottle

    init() {
        throttle = WrongPasswordThrottle(limit: 3, window: .seconds(60)) { [clock] in clock.now }
    }

    private func fail(_ account: String, times: Int = 1) {
        for _ in 0..<times { throttle.countFailure(for: account) }
    }

    @Test func `fewer wrong passwords than the limit cost no wait`() {
        #expect(throttle.wait(for: "a") == nil)
        fail("a", times: 2)
        #expect(throttle.wait(for: "a") == nil)
    }

    @Test func `at the limit the rest of the window must be waited for`() {
        fail("a")
        clock.advance(.seconds(10))
        fail("a", times: 2)
        #expect(throttle.wait(for: "a") == .seconds(50))
        clock.advance(.seconds(49))
        #expect(throttle.wait(for: "a") == .seconds(1))
        fail("a")
        #expect(throttle.wait(for: "a") == .seconds(1))
    }

    @Test func `when the window has passed the count begins anew`() {
        fail("a", times: 3)
        clock.advance(.seconds(60))
        #expect(throttle.wait(for: "a") == nil)
        fail("a", times: 2)
        #expect(throttle.wait(for: "a") == nil)
        fail("a")
        #expect(throttle.wait(for: "a") == .seconds(60))
    }

    @Test func `a wrong password after the window counts into the next one, though nobody asked in between`() {
        fail("a", times: 2)
        clock.advance(.seconds(61))
        fail("a", times: 3)
        #expect(throttle.wait(for: "a") == .seconds(60))
    }

    @Test func `a right password clears the count`() {
        fail("a", times: 3)
        throttle.clear("a")
        #expect(throttle.wait(for: "a") == nil)
        fail("a", times: 2)
        #expect(throttle.wait(for: "a") == nil)
    }

    @Test func `accounts are counted apart`() {
        fail("a", times: 3)
        fail("b", times: 2)
        #expect(throttle.wait(for: "a") != nil)
        #expect(throttle.wait(for: "b") == nil)
        throttle.clear("b")
        #expect(throttle.wait(for: "a") != nil)
    }

    @Test func `with a limit of one the first is the last`() {
        let strict = WrongPasswordThrottle(limit: 1, window: .seconds(60)) { [clock] in clock.now }
        strict.countFailure(for: "a")
        #expect(strict.wait(for: "a") == .seconds(60))
    }

    @Test func `the account whose window began first is forgotten for the ten thousand and first`() {
        for number in 0...10_000 {
            fail("\(number)", times: 3)
            clock.advance(.microseconds(1))
        }
        #expect(throttle.wait(for: "0") == nil)
        #expect(throttle.wait(for: "1") != nil)
        #expect(throttle.wait(for: "10000") != nil)
    }

    @Test func `failures of many tasks are all counted`() async {
        let exact = WrongPasswordThrottle(limit: 1000, window: .seconds(60)) { [clock] in clock.now }
        await withTaskGroup { group in
            for _ in 0..<999 { group.addTask { exact.countFailure(for: "a") } }
        }
        #expect(exact.wait(for: "a") == nil)
        exact.countFailure(for: "a")
        #expect(exact.wait(for: "a") == .seconds(60))
    }
}

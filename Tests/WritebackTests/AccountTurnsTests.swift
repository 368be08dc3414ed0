import Requests
import Synchronization
import Testing

@testable import Writeback

/// One at a time for each account, in order, and nobody forgotten.
@Suite(.timeLimit(.minutes(2)))
struct AccountTurnsTests {
    private let turns = AccountTurns()
    private let far = ContinuousClock.now + .seconds(600)

    /// A task that waits for an account: it runs at once until it has to wait, so it stands in the queue on return.
    private func queue(
        _ account: String, deadline: ContinuousClock.Instant, then work: @escaping @Sendable () -> Void = {}
    ) -> Task<Bool, any Error> {
        Task.immediate { [turns] in
            let turn = try await turns.take(account, deadline: deadline)
            work()
            turn.end()
            return turn.hasWaited
        }
    }

    @Test func `a free account is taken at once, again and again`() async throws {
        for _ in 0..<3 {
            let turn = try await turns.take("a", deadline: far)
            #expect(!turn.hasWaited)
            turn.end()
        }
    }

    @Test func `a free account is taken even when the deadline has passed`() async throws {
        try await turns.take("a", deadline: .now - .seconds(1)).end()
    }

    @Test func `those who wait get their turns in the order they came`() async throws {
        let order = Mutex<[Int]>([])
        let first = try await turns.take("a", deadline: far)
        let tasks = (0..<20).map { number in
            queue("a", deadline: far) { order.withLock { $0.append(number) } }
        }
        #expect(order.withLock { $0 } == [])
        first.end()
        for task in tasks { #expect(try await task.value) }
        #expect(order.withLock { $0 } == Array(0..<20))
    }

    @Test func `one more than the queue holds is refused at once, and others are not`() async throws {
        let first = try await turns.take("a", deadline: far)
        let tasks = (0..<AccountTurns.queueLimit).map { _ in queue("a", deadline: far) }
        await #expect(throws: Refusal.accountBusy) { _ = try await turns.take("a", deadline: far) }
        try await turns.take("b", deadline: far).end()
        first.end()
        for task in tasks { _ = try await task.value }
        try await turns.take("a", deadline: far).end()
    }

    @Test func `who waits beyond the deadline is refused, and those behind move up`() async throws {
        let first = try await turns.take("a", deadline: far)
        let hasty = queue("a", deadline: .now + .milliseconds(20))
        let patient = queue("a", deadline: far)
        await #expect(throws: Refusal.accountBusy) { _ = try await hasty.value }
        first.end()
        #expect(try await patient.value)
    }

    @Test(arguments: 0..<200)
    func `a deadline that passes while the waiting begins is kept too`(round: Int) async throws {
        let first = try await turns.take("a", deadline: far)
        let deadline = ContinuousClock.now + .microseconds(round - 100)
        await #expect(throws: Refusal.accountBusy) { _ = try await turns.take("a", deadline: deadline) }
        first.end()
        try await turns.take("a", deadline: far).end()
    }

    @Test func `who is cancelled while waiting is let go`() async throws {
        let first = try await turns.take("a", deadline: far)
        let cancelled = queue("a", deadline: far)
        cancelled.cancel()
        await #expect(throws: Refusal.accountBusy) { _ = try await cancelled.value }
        let late = Task { [turns] in
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await turns.take("a", deadline: far)
        }
        await #expect(throws: Refusal.accountBusy) { try await late.value }
        first.end()
        try await turns.take("a", deadline: far).end()
    }

    @Test func `a busy account keeps no other waiting`() async throws {
        let busy = try await turns.take("busy", deadline: far)
        for number in 0..<100 { try await turns.take("other \(number)", deadline: far).end() }
        busy.end()
    }

    @Test func `a turn that was given up is not handed to anybody`() async throws {
        let first = try await turns.take("a", deadline: far)
        let hasty = (0..<10).map { _ in queue("a", deadline: .now) }
        for task in hasty { await #expect(throws: Refusal.accountBusy) { _ = try await task.value } }
        first.end()
        let isNew = try await !turns.take("a", deadline: far).hasWaited
        #expect(isNew)
    }
}

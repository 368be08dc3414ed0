import Requests
import Synchronization
import Testing

@testable import Writeback

/// A thousand at a time for one account.
@Suite(.timeLimit(.minutes(2)))
struct AccountTurnsLoadTests {
    private struct Tally {
        var inside = 0
        var mostInside = 0
        var served = 0
        var refused = 0
    }

    private func storm(of tasks: Int, accounts: Int, deadline: ContinuousClock.Instant) async -> [Tally] {
        let turns = AccountTurns()
        let tallies = (0..<accounts).map { _ in SharedTally() }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<tasks {
                group.addTask { await Self.visit(turns, "\(number % accounts)", tallies[number % accounts], deadline) }
            }
        }
        return tallies.map { $0.value.withLock { $0 } }
    }

    private final class SharedTally: Sendable {
        let value = Mutex(Tally())
    }

    private static func visit(
        _ turns: AccountTurns, _ account: String, _ tally: SharedTally, _ deadline: ContinuousClock.Instant
    ) async {
        do throws(Refusal) {
            let turn = try await turns.take(account, deadline: deadline)
            tally.value.withLock {
                $0.inside += 1
                $0.mostInside = max($0.mostInside, $0.inside)
            }
            for _ in 0..<3 { await Task.yield() }
            tally.value.withLock {
                $0.inside -= 1
                $0.served += 1
            }
            turn.end()
        } catch {
            tally.value.withLock { $0.refused += 1 }
        }
    }

    @Test(arguments: [1, 20])
    func `a thousand tasks are each served alone or refused, and none is forgotten`(accounts: Int) async {
        for tally in await storm(of: 1000, accounts: accounts, deadline: .now + .seconds(100)) {
            #expect(tally.served + tally.refused == 1000 / accounts)
            #expect(tally.mostInside == 1)
            #expect(tally.inside == 0)
            #expect(tally.served > 0)
            // Fifty tasks fit into a queue.
            #expect(accounts == 1 || tally.refused == 0)
        }
    }

    @Test(arguments: 0..<20)
    func `so they are when the deadline falls into the middle`(round: Int) async {
        for tally in await storm(of: 1000, accounts: 20, deadline: .now + .milliseconds(round)) {
            #expect(tally.served + tally.refused == 50)
            #expect(tally.mostInside == 1)
            #expect(tally.inside == 0)
        }
    }
}

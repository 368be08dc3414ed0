import AccountPolicy
import Authorisation
import Requests
import Testing

/// What stands in the way of each operation, for every state that an account can be in.
struct ObstacleTests {
    private let policy = AccountPolicy(operations: Set(Operation.allCases), contact: nil)

    private func refusal(of operation: Operation, on facts: AccountFacts) throws -> Refusal? {
        do throws(Refusal) {
            _ = try policy.permit(try Self.authorised(operation), on: facts, at: Situation.now)
            return nil
        } catch {
            return error
        }
    }

    private static func authorised(_ operation: Operation) throws(Refusal) -> AuthorisedRequest {
        do {
            return try Authorised.request(operation)
        } catch {
            throw error as? Refusal ?? .stopping
        }
    }

    @Test(arguments: Operation.allCases)
    func `the first obstacle is the one that is named`(operation: Operation) throws {
        #expect(Situation.all.count == 4 * 9 * 13 * 6)
        for situation in Situation.all {
            let expected = situation.obstacles(to: operation).first
            #expect(try refusal(of: operation, on: situation.facts) == expected, "\(situation)")
        }
    }

    @Test func `a report tells of each operation what would happen to it`() {
        for situation in Situation.all {
            let report = policy.report(on: situation.facts, at: Situation.now)
            #expect(report.obstacles.map(\.operation) == Operation.allCases)
            #expect(report.obstacles.map(\.refusal) == Operation.allCases.map { situation.obstacles(to: $0).first })
        }
    }

    @Test func `every obstacle occurs among the states`() {
        let named = Situation.all.flatMap { situation in
            Operation.allCases.compactMap { situation.obstacles(to: $0).first?.entry.code }
        }
        #expect(
            Set(named) == [
                "account_expired", "account_not_yet_valid", "account_locked", "locked_by_administrator",
                "current_password_required", "change_forbidden", "password_too_young",
            ])
    }

    @Test func `a report repeats the facts`() {
        var facts = Situation.all[0].facts
        (facts.failedAttempts, facts.lastFailedAttempt, facts.mustChange) = (3, Situation.now, true)
        (facts.lock, facts.lastChange) = (.byAdministrator, Situation.now + -5)
        let report = policy.report(on: facts, at: Situation.now)
        #expect(report.lock == .byAdministrator)
        #expect(report.failedAttempts == 3)
        #expect(report.lastFailedAttempt == Situation.now)
        #expect(report.mustChange)
        #expect(report.lastChange == Situation.now + -5)
    }
}

import Requests
import Testing

/// What a caller is told when something was done, or asked.
struct ReceiptReplyTests {
    private func receipt(mustChange: Bool?, last: Timestamp?, shortfall: Shortfall?) -> Receipt {
        Receipt(
            time: Timestamp(seconds: 0), passwordChanged: true, wasLocked: true, mustChange: mustChange,
            failedAttempts: 3, lastFailedAttempt: last, verification: .changeTime, shortfall: shortfall)
    }

    @Test func `an applied request tells everything about itself`() throws {
        let receipt = receipt(mustChange: true, last: Timestamp(seconds: -60), shortfall: .mustChangeNotSet)
        let story = try Story.sample()
        let reply = Reply(receipt: receipt, story: story)
        let document = try Document(reply)
        #expect(reply.status == 200)
        #expect(reply.contentType == "application/json")
        #expect(reply.retryAfter == nil)
        let expected = [
            "outcome": "applied", "operation": "reset", "time": "1970-01-01T00:00:00Z", "request_id": "r-1",
            "correlation_id": story.correlation, "directory": "corp", "server": "ldaps://one.example.test",
            "account.id": "7d9b2f6e-0000-4000-8000-1234567890ab", "account.dn": "uid=alice,dc=example,dc=test",
            "password_changed": "true", "was_locked": "true", "must_change": "true", "failed_attempts": "3",
            "last_failed_attempt": "1969-12-31T23:59:00Z", "verified_by": "change-time",
            "shortfall": "must_change_not_set", "client": "web", "administrator": "admin-é",
        ]
        for (path, value) in expected { #expect(document[path] == value) }
        #expect(document.members["methods"] as? [String] == ["otp", "sms"])
    }

    @Test func `what is not known of it is left out`() throws {
        let receipt = receipt(mustChange: nil, last: nil, shortfall: nil)
        let document = try Document(Reply(receipt: receipt, story: Story.begun()))
        #expect(!document.holdsNull)
        #expect(
            document.names == [
                "outcome", "time", "correlation_id", "password_changed", "was_locked", "failed_attempts", "verified_by",
            ])
    }

    @Test func `the status of an account tells what stands in the way of each operation`() throws {
        var rules = PasswordRules()
        (rules.minimumLength, rules.lockoutThreshold) = (10, 3)
        let report = StatusReport(
            lock: .locked(since: Timestamp(seconds: 0), until: Timestamp(seconds: 600)), failedAttempts: 3,
            lastFailedAttempt: nil, mustChange: false, lastChange: Timestamp(seconds: 0),
            passwordExpires: Timestamp(seconds: 60), rules: rules,
            obstacles: [(.reset, nil), (.unlock, .stopping), (.change, .passwordTooShort(minimum: 10))])
        let reply = Reply(report: report, story: try Story.sample())
        let document = try Document(reply)
        let expected = [
            "outcome": "answered", "operation": "status", "lock.locked": "true", "lock.by_administrator": "false",
            "lock.since": "1970-01-01T00:00:00Z", "lock.until": "1970-01-01T00:10:00Z", "failed_attempts": "3",
            "must_change": "false", "last_change": "1970-01-01T00:00:00Z",
            "password_expires": "1970-01-01T00:01:00Z", "password_rules.min_length": "10",
            "password_rules.lockout_threshold": "3", "operations.reset.eligible": "true",
            "operations.unlock.eligible": "false", "operations.unlock.code": "stopping",
            "operations.change.code": "password_too_short", "operations.change.parameters.min": "10",
        ]
        for (path, value) in expected { #expect(document[path] == value) }
        #expect(!document.holdsNull)
        #expect(reply.status == 200)
    }

    @Test func `an open account and one locked for good are told apart`() throws {
        func lock(_ lock: LockState) throws -> Document {
            let report = StatusReport(
                lock: lock, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil,
                passwordExpires: nil, rules: nil,
                obstacles: [])
            return try Document(Reply(report: report, story: Story.begun()))
        }
        let (open, forGood) = (try lock(.open), try lock(.byAdministrator))
        #expect(open["lock.locked"] == "false")
        #expect(open["lock.by_administrator"] == nil)
        #expect(forGood["lock.locked"] == "true")
        #expect(forGood["lock.by_administrator"] == "true")
        #expect(!open.holdsNull && !forGood.holdsNull)
    }

    @Test func `no two stories share a correlation`() {
        let correlations = (0..<1000).map { _ in Story.begun().correlation }
        #expect(Set(correlations).count == 1000)
        #expect(correlations.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    }
}

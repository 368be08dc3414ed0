import ArgumentParser
import Foundation
import Requests
import Testing

@testable import writebackctl

@Suite("The agent's answer in words")
struct AnswerTests {
    private static let account = AccountIdentity(
        directory: "corp", server: "ldaps://localhost", distinguishedName: "uid=alice,dc=test", anchor: "0b1c")

    @Test("applied: what was written, where, and what the user should know")
    func applied() throws {
        let time = Timestamp(seconds: 1_706_745_599)
        let receipt = Receipt(
            time: time, passwordChanged: true, wasLocked: true, mustChange: false, failedAttempts: 3,
            lastFailedAttempt: time, verification: .changeTime, shortfall: .mustChangeNotSet)
        let report = try report(Reply(receipt: receipt, story: story))
        #expect(report.exitCode == .success)
        #expect(
            report.lines.dropLast() == [
                "applied: request of uid=alice,dc=test",
                "  written and verified: at 2024-01-31T23:59:59Z on ldaps://localhost in directory corp seen by change-time",
                "  password changed: yes",
                "  locked before: yes",
                "  new password asked for at the next sign-in: no",
                "  wrong passwords counted before: 3, the last at 2024-01-31T23:59:59Z",
                "  WARNING: the password is written, but the directory was not made to ask for a new one at the next sign-in",
                "  account id: 0b1c",
            ])
        #expect(report.lines.last?.contains("WRITEBACK_CORRELATION_ID=") == true)
    }

    @Test("answered: the account's state, the rules, and what is possible")
    func answered() throws {
        var rules = PasswordRules()
        (rules.minimumLength, rules.history, rules.lockoutThreshold, rules.lockoutDuration) = (10, 5, 3, 600)
        let status = StatusReport(
            lock: .locked(since: Timestamp(seconds: 0), until: nil), failedAttempts: 3, lastFailedAttempt: nil,
            mustChange: true, lastChange: Timestamp(seconds: 60), passwordExpires: Timestamp(seconds: 120),
            rules: rules,
            obstacles: [(.reset, nil), (.change, .accountLocked(since: nil))])
        let report = try report(Reply(report: status, story: story))
        #expect(report.exitCode == .success)
        #expect(
            report.lines.dropLast() == [
                "answered: status of uid=alice,dc=test",
                "  locked: yes, since 1970-01-01T00:00:00Z, until it is unlocked",
                "  wrong passwords counted: 3",
                "  password last changed: 1970-01-01T00:01:00Z", "  password expires: 1970-01-01T00:02:00Z",
                "  new password asked for at the next sign-in: yes",
                "  rules for passwords: at least 10 characters; none of the last 5; locked after 3 wrong ones for 10 min",
                "  change: not possible: The account is locked; unlock it first. (account_locked)",
                "  reset: possible",
                "  asked: ldaps://localhost, directory corp",
                "  account id: 0b1c",
            ])
    }

    @Test("refused: the reason, its code, its numbers and whom to ask")
    func refused() throws {
        let reply = Reply(refusal: .passwordTooShort(minimum: 10), story: story, contact: "the help desk")
        let report = try report(reply)
        #expect(report.exitCode == .refused)
        #expect(
            report.lines.dropLast() == [
                "refused: The new password is too short: it needs at least 10 characters. (password_too_short)",
                "  min: 10", "  whom to ask: the help desk",
            ])
    }

    @Test("not applied: nothing was written, and when to try again")
    func notApplied() throws {
        let report = try report(Reply(refusal: .directoryReadOnly, story: story, contact: nil))
        #expect(report.exitCode == .notApplied)
        #expect(report.lines[1] == "  what to do: nothing was written; send the same request again in 5 s")
    }

    @Test("unknown: how to find out, before anything is sent again")
    func unknown() throws {
        let report = try report(Reply(uncertainty: .noAnswer, story: story, contact: nil))
        #expect(report.exitCode == .unknown)
        #expect(report.lines.contains { $0.hasPrefix("  what to do: run 'writebackctl request status'") })
    }

    @Test(
        "every refusal that the agent has is understood",
        arguments: [Refusal.stopping, .malformedHTTP, .noPermission(.clearLock)])
    func refusals(refusal: Refusal) throws {
        let report = try report(Reply(refusal: refusal, story: nil, contact: nil))
        #expect(report.lines[0].hasSuffix("\(refusal) (\(refusal.entry.code))"))
        #expect(report.exitCode == (refusal.entry.outcome == .refused ? .refused : .notApplied))
    }

    @Test("the raw reply is printed as it came")
    func raw() throws {
        let reply = HTTPReply(status: 200, body: Array("{\"outcome\":\"applied\",\n\"x\":\"\u{202e}\"}".utf8))
        let report = Report(raw: reply, exitCode: try Answer(reply).exitCode)
        #expect(report.lines == ["{\"outcome\":\"applied\",\n\"x\":\"\u{202e}\"}"])
    }

    @Test(
        "a reply without a known outcome is no answer",
        arguments: ["", "{}", #"{"outcome":"maybe"}"#, #"{"outcome":1}"#, "[]"])
    func noOutcome(body: String) {
        #expect(throws: AskError.self) { try Answer(HTTPReply(status: 200, body: Array(body.utf8))) }
    }

    @Test("a write whose reply is lost is unknown; a status whose reply is lost was not asked")
    func lostReply() throws {
        #expect(try failure(.noReply, "reset").exitCode == .unknown)
        #expect(try failure(.noReply, "status").exitCode == .cannotAsk)
        #expect(try failure(.closedUnread, "reset").exitCode == .cannotAsk)
        #expect(try failure(.noReply, "reset").lines.contains { $0.contains("WRITEBACK_REQUEST_ID=r1") })
    }

    private var story: Story {
        var story = Story(peer: Peer(uid: 0, gid: 0, pid: 1), begun: .now, allowance: .seconds(1))
        story.account = Self.account
        return story
    }

    private func report(_ reply: Reply) throws -> Report {
        Report(try Answer(HTTPReply(status: reply.status, body: Array(reply.body.utf8))))
    }

    private func failure(_ error: AskError, _ operation: String) throws -> Report {
        let words = ["request", operation, "alice", "--request-id", "r1"]
        return Report(failure: error, of: try #require(try Writebackctl.parseAsRoot(words) as? RequestCommand).draft)
    }
}

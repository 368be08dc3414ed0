import JSON
import Requests
import Secrets
import Testing

@Suite struct AdministrationTests {
    private static let state = StatusReport(
        lock: .open, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil,
        passwordExpires: nil, rules: nil,
        obstacles: [(.reset, nil), (.unlock, .operationOff(.unlock)), (.change, nil), (.status, nil)])

    @Test func `an operation that lacks a right is told as impossible, unless something else stands in its way`() {
        let rights = [
            RightFinding(.writePassword, .missing, for: [.reset, .change, .unlock]),
            RightFinding(.readAccount, .granted, for: Operation.allCases),
        ]
        let told = Self.state.withholding(rights, object: "uid=a").obstacles.map(\.refusal)
        let missing = Refusal.noPermission(.writePassword, object: "uid=a")
        #expect(told == [missing, .operationOff(.unlock), missing, nil])
    }

    @Test(arguments: [
        RightFinding(.writePassword, .unknown, for: [.reset]), RightFinding(.writePassword, .granted, for: [.reset]),
        RightFinding(.writePassword, .missing, for: [.unlock]), RightFinding(.readPolicy, .missing, for: [.reset]),
        RightFinding(.askForChange, .missing, for: [.reset]),
    ])
    func `a right that is not known to be missing, or without which less is done, prevents nothing`(right: RightFinding)
    {
        #expect(Self.state.withholding([right], object: "uid=a").obstacles.first?.refusal == nil)
    }

    @Test func `a question names one account, and perhaps a directory`() throws {
        let named = try AccountQuestion(parsing: Secret(utf8: #"{"account":{"name":"a"}}"#))
        #expect(named.account == .name("a") && named.directory == nil)
        let placed = try AccountQuestion(parsing: Secret(utf8: #" {"directory":"corp","account":{"id":"i"}} "#))
        #expect(placed.account == .id("i") && placed.directory == "corp")
        #expect(try RotationOrder(parsing: Secret(utf8: #"{"directory":"corp"}"#)).directory == "corp")
    }

    @Test(arguments: [
        ("", ""), ("[]", ""), ("{}", "account"), (#"{"account":"a"}"#, "account"), (#"{"account":{}}"#, "account"),
        (#"{"account":{"name":"a"},"op":"reset"}"#, "op"), (#"{"account":{"name":"a"}}x"#, ""),
        (#"{"account":{"name":"a"},"account":{"name":"b"}}"#, "account"),
        (#"{"account":{"name":"a"},"directory":""}"#, "directory"),
    ])
    func `any other is refused with the member`(text: String, field: String) throws {
        do throws(Refusal) {
            let body: Secret
            do { body = try Secret(utf8: text) } catch { return }
            _ = try AccountQuestion(parsing: body)
            Issue.record("taken")
        } catch {
            guard case .malformed(let found) = error else { return #expect(Bool(false), "\(error)") }
            #expect(found.field == field)
        }
    }
}

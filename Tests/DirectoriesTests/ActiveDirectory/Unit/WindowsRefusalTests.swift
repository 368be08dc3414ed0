import AccountPolicy
import LDAPClient
import Requests
import Testing

@testable import Directories

/// Windows says of a password that breaks a rule only that it does: the rule is found by the policy and the password.
struct WindowsRefusalTests {
    private let restriction = "0000052D: SvcErr: DSID-031A124C, problem 5003 (WILL_NOT_PERFORM), data 0\n"

    private func refusal(
        _ code: ResultCode, _ text: String, _ operation: Operation = .reset, to password: String = "Brand-New-1",
        on facts: AccountFacts = PermittedWriteSample.windowsFacts
    ) throws -> Refusal {
        let write = try PermittedWriteSample.make(operation, to: password, on: facts)
        return Refusal(activeDirectory: LDAPResult(code: code, diagnosticMessage: text), to: write, isSamba: false)
    }

    @Test(arguments: [
        ("Short-1", Refusal.passwordTooShort(minimum: 10)),
        ("lowercase-only", .passwordTooFewClasses(have: 2, need: 3)),
        ("My-ALICE-2024", .passwordContainsName), ("my-example-2024-X", .passwordContainsName),
    ])
    func `what the password itself shows is named`(password: String, expected: Refusal) throws {
        for code in [ResultCode.unwillingToPerform, .constraintViolation] {
            for operation in [Operation.reset, .change] {
                #expect(try refusal(code, restriction, operation, to: password) == expected)
            }
        }
    }

    @Test func `characters beyond the sixteen bits of Windows count twice`() throws {
        let long = "aA1" + String(repeating: "😀", count: 127)
        #expect(try refusal(.unwillingToPerform, restriction, to: long) == .passwordTooLong(maximum: 256))
    }

    @Test func `what is left is the history, where it is enforced`() throws {
        #expect(try refusal(.unwillingToPerform, restriction, .change) == .passwordInHistory(depth: 5))
        #expect(try refusal(.unwillingToPerform, restriction) == .passwordQuality(message: restriction))
        var hinted = PermittedWriteSample.windowsFacts
        hinted.rules?.remembersOnReset = true
        #expect(try refusal(.unwillingToPerform, restriction, on: hinted) == .passwordInHistory(depth: 5))
    }

    @Test func `rules that could not be read are not made up`() throws {
        var unread = PermittedWriteSample.windowsFacts
        unread.rules = PasswordRules()
        (unread.hasUnreadablePolicy, unread.names) = (true, [])
        #expect(try refusal(.unwillingToPerform, restriction, on: unread) == .passwordQuality(message: restriction))
    }

    @Test func `a message that repeats the password is not told on`() throws {
        let text = "0000052D: Brand-New-1 is known"
        #expect(try refusal(.constraintViolation, text) == .passwordQuality(message: nil))
    }

    @Test func `every other reason has its code`() throws {
        let cases: [(ResultCode, String, Operation, Refusal)] = [
            (.constraintViolation, "00000056: AtrErr: …", .change, .wrongCurrentPassword),
            (.constraintViolation, "00000775: …", .change, .accountLocked(since: nil)),
            (.insufficientAccessRights, "00000005: SecErr: …", .change, .changeForbidden),
            (.insufficientAccessRights, "00000005: SecErr: …", .reset, .noPermission(.writePassword, object: "CN=a")),
            (.insufficientAccessRights, "00002098: SecErr: …", .unlock, .noPermission(.clearLock, object: "CN=a")),
            (.unwillingToPerform, "0000001F: SvcErr: …", .reset, .channelNotSecure),
            (.unwillingToPerform, "00002035: SvcErr: …", .reset, .channelNotSecure),
            (.strongerAuthRequired, "00002028: LdapErr: …", .reset, .channelNotSecure),
            (.confidentialityRequired, "", .reset, .channelNotSecure),
            (.referral, "0000202B: RefErr: …", .reset, .directoryReadOnly),
            (.busy, "0000200E: SvcErr: …", .reset, .directoryBusy("busy")),
            (.unavailable, "0000200F: SvcErr: …", .reset, .directoryBusy("unavailable")),
        ]
        for (code, text, operation, expected) in cases {
            #expect(try refusal(code, text, operation) == expected)
        }
    }
}

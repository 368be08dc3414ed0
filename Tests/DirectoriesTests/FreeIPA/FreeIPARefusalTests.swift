import AccountPolicy
import LDAPClient
import Requests
import Testing

@testable import Directories

/// FreeIPA's server cannot be run in a test: these are the texts of its ipa-pwd-extop plug-in (util/ipa_pwd.c and
/// daemons/ipa-slapi-plugins/ipa-pwd-extop).
struct FreeIPARefusalTests {
    private var facts: AccountFacts {
        var facts = AccountFacts(
            identity: AccountIdentity(
                directory: "corp", server: "ldaps://ipa", distinguishedName: "uid=a", anchor: "1"))
        var rules = PasswordRules()
        (rules.minimumLength, rules.minimumClasses, rules.history) = (10, 3, 5)
        facts.rules = rules
        facts.changeableAfter = Timestamp(seconds: 5_000)
        facts.validUntil = Timestamp(seconds: 4_000_000_000)
        return facts
    }

    private func refusal(_ code: ResultCode, _ text: String, _ operation: Operation = .change) throws -> Refusal {
        let write = try PermittedWriteSample.make(operation, to: "brand-newww", on: facts)
        return Refusal(freeIPA: LDAPResult(code: code, diagnosticMessage: text), to: write)
    }

    @Test(arguments: [
        ("Password is too short", Refusal.passwordTooShort(minimum: 10)),
        ("Password is too simple", .passwordTooFewClasses(have: 1, need: 3)),
        ("Password reuse not permitted", .passwordInHistory(depth: 5)),
        ("Too soon to change password", .passwordTooYoung(until: Timestamp(seconds: 5_000))),
        ("Password contains username", .passwordContainsName),
        ("Account expired", .accountExpired(since: Timestamp(seconds: 4_000_000_000))),
    ])
    func `each rule of the policy has its code`(text: String, expected: Refusal) throws {
        #expect(try refusal(.constraintViolation, text) == expected)
    }

    @Test func `rules without a code of their own are the quality check's`() throws {
        for text in ["Password is a palindrome", "Password is based on a dictionary word"] {
            #expect(try refusal(.constraintViolation, text) == .passwordQuality(message: text))
        }
    }

    @Test func `an account that may not sign in is told apart from a wrong password`() throws {
        #expect(try refusal(.invalidCredentials, "") == .wrongCurrentPassword)
        #expect(try refusal(.unwillingToPerform, "Too many failed logins.\n") == .accountLocked(since: nil))
        #expect(try refusal(.unwillingToPerform, "Entry permanently locked.\n") == .accountLocked(since: nil))
        #expect(
            try refusal(.unwillingToPerform, "Account inactivated. Contact system administrator.") == .accountDisabled)
    }

    @Test func `a missing right is the owner's in a change, and the agent's elsewhere`() throws {
        let text = "Insufficient 'write' privilege to the 'krbLoginFailedCount' attribute of entry 'uid=a'.\n"
        #expect(try refusal(.insufficientAccessRights, "") == .changeForbidden)
        #expect(
            try refusal(.insufficientAccessRights, text, .unlock) == .noPermission(.clearLock, object: "uid=a"))
        #expect(
            try refusal(.insufficientAccessRights, "", .reset) == .noPermission(.writePassword, object: "uid=a"))
    }
}

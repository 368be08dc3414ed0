import LDAPClient
import Testing

@testable import Directories

/// What Active Directory says, taken apart.
struct ActiveDirectoryWordsTests {
    @Test(arguments: [
        (
            "0000052D: SvcErr: DSID-031A124C, problem 5003 (WILL_NOT_PERFORM), data 0\n",
            WindowsError.passwordRestriction
        ),
        ("0000052D: Constraint violation - check_password_restrictions: …", .passwordRestriction),
        ("00000056: AtrErr: DSID-03191083, #1:\n\t0: 00000056: …", .invalidPassword), ("00000775: …", .accountLocked),
        ("0000001F: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n", .generalFailure),
    ])
    func `the number in front of a message is the reason`(message: String, reason: WindowsError) {
        #expect(WindowsError(message: message) == reason)
    }

    @Test(arguments: [
        "", "error in module acl: 0000052D", "0000052D", "000052D: x", "0000052G: x", "+000052D: x", "００００００５２: x",
    ])
    func `a message without one has no reason`(message: String) {
        #expect(WindowsError(message: message) == nil)
    }

    @Test(arguments: [
        ("52e", SignInMeaning.wrong), ("773", .right), ("532", .right), ("775", .untold), ("533", .untold),
        ("701", .untold),
        ("530", .untold), ("531", .untold), ("525", .untold), ("", .untold), ("zzz", .untold),
    ])
    func `a refused sign-in tells of the password what its number says`(data: String, meaning: SignInMeaning) {
        let text = "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data \(data), v4563"
        let answer = LDAPResult(code: .invalidCredentials, diagnosticMessage: text)
        #expect(ActiveDirectoryDialect(nil).meaning(ofSignIn: answer) == meaning)
        let other = LDAPResult(code: .busy, diagnosticMessage: text)
        #expect(ActiveDirectoryDialect(nil).meaning(ofSignIn: other) == .untold)
    }

    @Test func `policy hints are sent in the newest form that the server knows, and else said to be missing`() {
        func dialect(_ controls: [String]) -> ActiveDirectoryDialect {
            let values = controls.map { Array($0.utf8) }
            return ActiveDirectoryDialect(
                RootDSE(entry: Entry(dn: .root, attributes: [("supportedControl", values)])))
        }
        let (new, old) = ("1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066")
        for (controls, oid) in [([old, new], new), ([old], old), ([new], new)] {
            let hints = dialect(controls).policyHints
            #expect(hints == Control(oid: oid, isCritical: true, value: [0x30, 3, 2, 1, 1]))
            #expect(dialect(controls).limits.isEmpty)
        }
        #expect(dialect(["1.2.3"]).policyHints == nil)
        #expect(dialect([]).limits == [.historyNotEnforcedOnReset, .minimumAgeNotEnforcedOnReset])
    }

    @Test func `a display name is taken apart as Windows does, and short parts are left out`() {
        let tokens = NameTokens.of(accountName: "erin", displayName: "Erin M. Hagens-van_der#Berg\tJo,Eve")
        #expect(tokens == ["erin", "Erin", "Hagens", "van", "der", "Berg", "Eve"])
        #expect(NameTokens.of(accountName: "al", displayName: nil).isEmpty)
    }

    @Test(arguments: [
        ("CN=a,OU=b,DC=c", "OU=b,DC=c"), (#"CN=R&D\, \"Odd\" #1\+,OU=x"#, "OU=x"), (#"CN=a\\,OU=b"#, "OU=b"),
        (#"CN=a\\\,b,OU=c"#, "OU=c"), (#"CN=a\2Cb,OU=c"#, "OU=c"),
    ])
    func `the entry above begins behind the first comma that is none of the name's own`(name: String, parent: String) {
        #expect(Delegation.parent(of: name) == parent)
    }
}

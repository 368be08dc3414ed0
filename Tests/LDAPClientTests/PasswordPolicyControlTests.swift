import LDAPClient
import Testing

@Suite("The password-policy control")
struct PasswordPolicyControlTests {
    @Test(
        "lengths in short and long form are read",
        arguments: [
            ([0x30, 0x03, 0x81, 0x01, 0x06], PasswordPolicyResponse(error: .passwordTooShort)),
            ([0x30, 0x84, 0x00, 0x00, 0x00, 0x03, 0x81, 0x01, 0x06], PasswordPolicyResponse(error: .passwordTooShort)),
            ([0x30, 0x81, 0x04, 0x81, 0x81, 0x01, 0x09], PasswordPolicyResponse(error: .passwordTooLong)),
            ([0x30, 0x00], PasswordPolicyResponse(error: nil)),
            ([0x30, 0x05, 0xA0, 0x03, 0x80, 0x01, 0x3C], PasswordPolicyResponse(error: nil, timeBeforeExpiration: 60)),
            (
                [0x30, 0x06, 0xA0, 0x04, 0x80, 0x02, 0x0E, 0x10],
                PasswordPolicyResponse(error: nil, timeBeforeExpiration: 3600)
            ),
            (
                [0x30, 0x08, 0xA0, 0x03, 0x81, 0x01, 0x02, 0x81, 0x01, 0x00],
                PasswordPolicyResponse(error: .passwordExpired, graceAuthNsRemaining: 2)
            ),
            ([0x30, 0x03, 0x81, 0x01, 0x63], PasswordPolicyResponse(error: nil)),
        ] as [([UInt8], PasswordPolicyResponse)])
    func good(bytes: [UInt8], expected: PasswordPolicyResponse) {
        #expect(decoded(bytes) == expected)
    }

    @Test("every error has its number")
    func errors() {
        for error in PasswordPolicyError.allCases {
            #expect(decoded([0x30, 0x03, 0x81, 0x01, UInt8(error.rawValue)])?.error == error)
        }
    }

    @Test(
        "what is cut short or over-long is no control",
        arguments: [
            [], [0x30], [0x30, 0x03], [0x30, 0x03, 0x81, 0x01], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x81],
            [0x30, 0x80, 0x81, 0x01, 0x06, 0x00, 0x00],
            [0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0x31, 0x00], [0x30, 0x02, 0x81, 0x00], [0x30, 0x00, 0x00],
            [0x30, 0x03, 0x82, 0x01, 0x01],
            [0x30, 0x05, 0xA0, 0x03, 0x85, 0x01, 0x01],
        ] as [[UInt8]])
    func bad(bytes: [UInt8]) {
        #expect(decoded(bytes) == nil)
    }

    @Test("another control is not taken for it")
    func other() {
        #expect(
            LDAPResult(code: .success, controls: [Control(oid: "1.2.3", value: [0x30, 0x03, 0x81, 0x01, 0x06])])
                .passwordPolicy == nil)
    }

    private func decoded(_ bytes: [UInt8]) -> PasswordPolicyResponse? {
        LDAPResult(code: .success, controls: [Control(oid: Control.passwordPolicyOID, value: bytes)]).passwordPolicy
    }
}

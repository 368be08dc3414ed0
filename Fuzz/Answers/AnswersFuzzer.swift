import Fuzzing

@testable import LDAPClient

/// What directories and name servers answer, as far as the project reads it itself: the first byte says what it is.
@main
enum AnswersFuzzer {
    private static let clientNonce = "fyko"

    static func main() {
        Fuzzer.run { start, count in
            let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
            guard let kind = input.first else { return 0 }
            let rest = Array(input.dropFirst())
            switch kind & 3 {
            case 0: AnswersFuzzer.checkRecords(rest)
            case 1: AnswersFuzzer.checkPolicy(rest)
            case 2: AnswersFuzzer.checkChallenge(rest)
            default: AnswersFuzzer.checkName(String(decoding: rest, as: UTF8.self))
            }
            return 0
        }
    }

    /// Service records (RFC 2782) in a DNS message.
    private static func checkRecords(_ bytes: [UInt8]) {
        for record in ServiceRecordMessage.records(in: bytes) ?? [] {
            Fuzzer.expect(record.target.utf8.count <= 253, "a host's name keeps to its length")
            let isHost = record.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
            Fuzzer.expect(isHost, "a host's name is visible ASCII: \(record.target.debugDescription)")
        }
    }

    /// The password policy control (draft-behera-ldap-password-policy).
    private static func checkPolicy(_ bytes: [UInt8]) {
        let control = Control(oid: Control.passwordPolicyOID, isCritical: false, value: bytes)
        guard PasswordPolicyResponse(control: control) != nil else { return }
        Fuzzer.expect(bytes.first == 0x30, "a control's value is a sequence")
    }

    /// The server's first SCRAM message (RFC 5802).
    private static func checkChallenge(_ bytes: [UInt8]) {
        do throws(LDAPError) {
            let challenge = try SCRAMChallenge(bytes, after: clientNonce)
            Fuzzer.expect(challenge.nonce.hasPrefix(clientNonce), "the server's nonce continues ours")
            Fuzzer.expect(SCRAMChallenge.iterationLimits.contains(challenge.iterations), "the work is bounded")
        } catch {
            Fuzzer.expectLoggable("\(error)", limit: 300)
        }
    }

    /// A distinguished name (RFC 4514): what is written is read again as the same.
    private static func checkName(_ text: String) {
        guard let name = try? DistinguishedName(text) else { return }
        Fuzzer.expect((try? DistinguishedName(name.text)) == name, "a name is read as it was: \(text.debugDescription)")
    }
}

import Fuzzing
import JSON
import Requests
import Secrets

/// The payload of a token, and the body of an unsigned request.
@main
enum ClaimsFuzzer {
    static func main() {
        Fuzzer.run { start, count in
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            ClaimsFuzzer.checkSigned(bytes)
            ClaimsFuzzer.checkPlain(bytes)
            return 0
        }
    }

    private static func checkSigned(_ bytes: [UInt8]) {
        do {
            let request = try SignedRequest(parsing: try Secret(input: bytes))
            let (claims, details, sealed) = (request.claims, request.details, request.sealed)
            let members = Reference.object(bytes) ?? [:]
            check(details, members)
            expect(members, "iss", claims.issuer)
            expect(members, "aud", claims.audience)
            expect(members, "iat", claims.issuedAt.seconds)
            expect(members, "exp", claims.expiresAt.seconds)
            expect(members, "auth_time", claims.authenticatedAt?.seconds)
            for name in ["new_password", "current_password"] {
                expect(members, name, sealed.first { $0.member.rawValue == name }?.text)
            }
            let again = try SignedRequest(parsing: try Secret(input: bytes))
            let isSame = again.claims == claims && again.details == details && again.sealed == sealed
            Fuzzer.expect(isSame, "reading the same twice gives the same")
        } catch {
            check(error)
        }
    }

    private static func checkPlain(_ bytes: [UInt8]) {
        do {
            let request = try Request(parsing: try Secret(input: bytes))
            let members = Reference.object(bytes) ?? [:]
            check(request.details, members)
            check(request.work, members)
            for name in ["iss", "aud", "iat", "exp", "auth_time"] {
                Fuzzer.expect(members[name] == nil, "\(name) has no place in an unsigned request")
            }
            Fuzzer.expect(Reference.object(Array(request.canonicalText.utf8)) != nil, "the canonical text is JSON")
        } catch {
            check(error)
        }
    }

    private static func check(_ work: borrowing Work, _ members: [String: Any]) {
        switch work {
        case .reset(let reset): expect(members, "new_password", reset.new.text)
        case .change(let change):
            expect(members, "new_password", change.new.text)
            expect(members, "current_password", change.current.text)
        default: Fuzzer.expect(members["new_password"] == nil, "nothing else has a password")
        }
    }

    private static func check(_ details: RequestDetails, _ members: [String: Any]) {
        expect(members, "jti", details.id)
        expect(members, "op", details.operation.rawValue)
        expect(members, "directory", details.directory)
        expect(members, "client", details.client)
        expect(members, "captcha", details.captcha)
        let account = members["account"] as? [String: String] ?? [:]
        let isSame =
            switch details.account {
            case .id(let text): account == ["id": text]
            case .name(let text): account == ["name": text]
            }
        Fuzzer.expect(isSame, "the account is read as others read it: \(account) and \(details.account)")
        Fuzzer.expect(members["amr"] as? [String] ?? [] == details.methods, "the methods are read as others read them")
        let actor = members["act"] as? [String: String]
        Fuzzer.expect(actor?["sub"] == details.administrator, "act.sub is read as others read it")
        Fuzzer.expectLoggable(details.id, limit: RequestLimits.identifierCharacters)
        Fuzzer.expectLoggable(details.account.text, limit: 4 * RequestLimits.accountCharacters)
    }

    private static func expect<Value: Equatable>(_ members: [String: Any], _ name: String, _ value: Value?) {
        Fuzzer.expect(members[name] as? Value == value, "\(name) is read as others read it")
    }

    private static func check(_ error: any Error) {
        guard case .malformed(let found) = error as? Refusal else {
            return Fuzzer.expect(false, "an input is malformed or good, not: \(error)")
        }
        Fuzzer.expectLoggable(found.description, limit: 800)
        Fuzzer.expect(found.field.unicodeScalars.count <= 80, "a field name is told in 80 characters")
    }
}

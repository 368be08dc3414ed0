import Foundation
import JOSE
import JSON
import TestSupport

/// Requests whose signature is good, and which are refused by the reason for it.
extension HostileToken {
    static func claims(_ forge: ClaimForge) throws -> [HostileToken] {
        let now = forge.now
        let changes: [(String, [String: Any], String)] = [
            ("another issuer", ["iss": "https://other.example.test"], "wrong_issuer"),
            ("another agent", ["aud": "other.example.test"], "wrong_audience"),
            ("a list of agents", ["aud": ["test.example.test"]], "malformed_request"),
            ("expired", ["iat": now - 400, "exp": now - 200], "token_expired"),
            ("of the future", ["iat": now + 300, "exp": now + 400], "token_not_yet_valid"),
            ("too long a life", ["exp": now + 301], "token_lifetime"),
            ("an end before its start", ["exp": now - 1], "token_lifetime"),
            ("verified last year", ["auth_time": now - 31_536_000], "authentication_too_old"),
            ("verified tomorrow", ["auth_time": now + 86_400], "token_not_yet_valid"),
            ("nobody verified", ["auth_time": NSNull()], "malformed_request"),
            ("exp as a text", ["exp": "\(now + 100)"], "malformed_request"),
            ("exp of a fraction", ["exp": Double(now) + 0.5], "malformed_request"),
            ("exp below zero", ["exp": -1], "malformed_request"),
            ("exp missing", ["exp": NSNull()], "malformed_request"),
            ("jti missing", ["jti": NSNull()], "malformed_request"),
            ("jti of 129", ["jti": long(129)], "malformed_request"),
            ("an unknown claim", ["nbf": now], "malformed_request"),
            ("another operation", ["op": "delete"], "malformed_request"),
            ("two accounts", ["account": ["id": "x", "name": "alice"]], "malformed_request"),
            ("eleven kibibytes of one claim", ["client": long(11_000)], "malformed_request"),
        ]
        return try changes.map { HostileToken("claims: " + $0.0, try forge.token($0.1), $0.2) } + (try texts(forge))
    }

    private static func long(_ count: Int) -> String { String(repeating: "a", count: count) }

    /// What no writer of JSON would write.
    private static func texts(_ forge: ClaimForge) throws -> [HostileToken] {
        let texts = [
            ("exp of 1e300", #"{"exp":1e300,"#), ("exp of 2^53", #"{"exp":9007199254740992,"#),
            ("a claim twice", #"{"iss":"x","#), ("a claim twice, in escapes", #"{"\u0069ss":"x","#),
            ("arrays of 10,000", #"{"amr":"# + String(repeating: "[", count: 10_000) + ","),
            ("objects of 2,000", #"{"account":"# + String(repeating: #"{"a":"#, count: 2000) + ","),
        ]
        return try texts.map { name, opening in
            HostileToken("claims: " + name, try forge.sign(opening), "malformed_request")
        }
    }

    static func passwords(_ forge: ClaimForge, retired: String) throws -> [HostileToken] {
        let parts = try forge.seal().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let other = try forge.seal().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let stranger = try DecryptionKey.generate(.x25519).publicJWK.text
        let sealed: [(String, Any, String)] = [
            ("of another request", try forge.seal(id: "other"), "sealed_for_another_request"),
            ("of another caller", try forge.seal(issuer: "https://other.example.test"), "sealed_for_another_request"),
            ("for another agent", try forge.seal(agent: "other.example.test"), "sealed_for_another_request"),
            ("to a key of nobody's", try forge.seal(keys: #"{"keys":[\#(stranger)]}"#), "agent_key_unknown"),
            ("to a key whose end has come", try forge.seal(keys: #"{"keys":[\#(retired)]}"#), "agent_key_unknown"),
            ("in clear", "New-password-1", "sealed_password_invalid"), ("empty", "", "malformed_request"),
            ("missing", NSNull(), "malformed_request"), ("a number", 7, "malformed_request"),
            ("of two halves", ([parts[0]] + other.dropFirst()).joined(separator: "."), "sealed_password_invalid"),
            ("cut short", parts.dropLast().joined(separator: "."), "sealed_password_invalid"),
            ("without its tag", (parts.dropLast() + [""]).joined(separator: "."), "sealed_password_invalid"),
            ("padded", parts.joined(separator: ".") + "==", "sealed_password_invalid"),
            ("with a NUL", try forge.seal("New\0-password-1"), "malformed_request"),
            ("of 257 characters", try forge.seal(long(257)), "malformed_request"),
        ]
        return try sealed.map { HostileToken("password: " + $0.0, try forge.token(["new_password": $0.1]), $0.2) } + [
            HostileToken(
                "password: for an unlock", try forge.token(["op": "unlock", "new_password": try forge.seal()]),
                "malformed_request")
        ]
    }
}

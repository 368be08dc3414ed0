import JSON
import TestSupport

@testable import JOSE

/// Headers and forms that a lenient reader would take.
extension HostileToken {
    /// Well signed, every one.
    static func headers(_ forge: TokenForge) throws -> [HostileToken] {
        let key = forge.cloud.key.publicJWK.text
        let added: [(String, String, String)] = [
            ("the key brought along", "\"jwk\":\(key)", "token_critical"),
            ("the address of a key", "\"jku\":\"https://evil.example.test/keys\"", "token_critical"),
            ("a certificate brought along", "\"x5c\":[\"MIIB\"]", "token_critical"),
            ("the address of a certificate", "\"x5u\":\"https://evil.example.test/\"", "token_critical"),
            ("an unknown crit", "\"crit\":[\"exp\"],\"exp\":1", "token_critical"),
            ("an unencoded payload", "\"crit\":[\"b64\"],\"b64\":false", "token_critical"),
            ("an empty crit", "\"crit\":[]", "token_critical"),
            ("a packed payload", "\"zip\":\"DEF\"", "token_critical"),
            ("a token in the token", "\"cty\":\"JWT\"", "token_critical"),
            ("alg twice", "\"alg\":\"EdDSA\"", "token_malformed"), ("kid twice", "\"kid\":\"x\"", "token_malformed"),
            ("alg twice, in escapes", "\"\\u0061lg\":\"none\"", "token_malformed"),
        ]
        let changed: [(String, String, String)] = [
            ("typ missing", forge.header("typ", nil), "token_type"),
            ("typ JWT", forge.header("typ", "\"JWT\""), "token_type"),
            ("typ in capitals", forge.header("typ", "\"WRITEBACK-REQUEST+JWT\""), "token_type"),
            ("typ as a media type", forge.header("typ", "\"application/\(TokenForge.type)\""), "token_type"),
            ("typ no text", forge.header("typ", "7"), "token_malformed"), ("no JSON", "x", "token_malformed"),
            ("an array", "[]", "token_malformed"), ("nothing", "", "token_malformed"), ("{}", "{}", "token_type"),
            ("more after it", forge.header + "{}", "token_malformed"),
            ("a mark before it", "\u{feff}" + forge.header, "token_malformed"),
            ("a kid of 2 KiB", forge.header("kid", "\"\(String(repeating: "k", count: 2048))\""), "token_too_large"),
            ("deep arrays", forge.header(adding: "\"x\":" + String(repeating: "[", count: 500)), "token_critical"),
        ]
        let headers = added.map { ($0.0, forge.header(adding: $0.1), $0.2) } + changed
        return try headers.map { HostileToken("header: " + $0.0, try forge.signed($0.1), $0.2) }
    }

    static func forms(_ forge: TokenForge, sealed: String) throws -> [HostileToken] {
        let (parts, good) = (try forge.parts, try forge.signed())
        let other = Base64URL.encode(forge.payload.map { $0 == UInt8(ascii: "r") ? UInt8(ascii: "R") : $0 })
        let json = #"{"payload":"\#(parts[1])","signatures":[{"protected":"\#(parts[0])","signature":"\#(parts[2])"}]}"#
        let flat = #"{"payload":"\#(parts[1])","protected":"\#(parts[0])","signature":"\#(parts[2])"}"#
        let texts: [(String, String, String)] = [
            ("padded", good + "==", "token_too_large"),
            ("padded inside", "\(parts[0])=.\(parts[1]).\(parts[2])", "token_malformed"),
            ("another last character", good.dropLast() + "_", "token_malformed"),
            ("white space around it", " " + good, "token_malformed"), ("a line end", good + "\r\n", "token_too_large"),
            ("another payload", "\(parts[0]).\(other).\(parts[2])", "token_signature"),
            ("a payload cut short", "\(parts[0]).\(parts[1].dropLast(4)).\(parts[2])", "token_signature"),
            ("no payload", "\(parts[0])..\(parts[2])", "token_signature"),
            ("two parts", "\(parts[0]).\(parts[1])", "token_malformed"), ("four parts", good + ".x", "token_malformed"),
            ("two tokens", good + "." + good, "token_malformed"), ("two lines", good + "\n" + good, "token_malformed"),
            ("JSON serialisation", json, "token_malformed"), ("flattened JSON", flat, "token_malformed"),
            ("a sealed message", sealed, "token_malformed"), ("Bearer", "Bearer " + good, "token_malformed"),
            ("an unsigned request", #"{"jti":"x","op":"status","account":{"name":"alice"}}"#, "token_malformed"),
            ("nothing", "", "token_malformed"),
            ("full stops", String(repeating: ".", count: 16_384), "token_malformed"),
        ]
        var random = SeededGenerator(seed: 3)
        let rubbish = (0..<16_384).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return texts.map { HostileToken("form: " + $0.0, $0.1, $0.2) } + [
            HostileToken("form: rubbish", rubbish, "token_malformed"),
            HostileToken("form: NUL bytes", [UInt8](repeating: 0, count: 1000), "token_malformed"),
            HostileToken("form: cut by a NUL", Array(good.utf8) + [0], "token_too_large"),
        ]
    }
}

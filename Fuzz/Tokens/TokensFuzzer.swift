import AgentKeys
import Fuzzing
import JOSE
import Secrets

/// Signed tokens, sealed messages and the keys of both, each input read as all of them.
@main
enum TokensFuzzer {
    private static let verificationKeys = try? VerificationKeys.read(KnownTokens.publicKeys)
    private static let keyRing = try? KeyRing(
        reading: try Secret(input: Array(KnownTokens.keyRing.utf8)), source: "known")

    static func main() {
        Fuzzer.expect(verificationKeys?.count == 2 && keyRing != nil, "the known keys are good")
        let accepted = KnownTokens.signed.map(isAccepted) + KnownTokens.sealed.map(isOpened)
        Fuzzer.expect(accepted == [true, true, true, true], "the known messages are good")
        Fuzzer.run { start, count in
            TokensFuzzer.check(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }

    private static func check(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if isAccepted(text) { checkForm(text, parts: 3, KnownTokens.signed) }
        if isOpened(text) { checkForm(text, parts: 5, KnownTokens.sealed) }
        checkSigned(text)
        checkSealed(text)
        checkKeys(bytes)
    }

    /// Whether the signature is by one of the known keys.
    private static func isAccepted(_ text: String) -> Bool {
        (verificationKeys ?? []).contains { key in
            do {
                let token = try SignedToken(parsing: try Secret(input: Array(text.utf8)), type: "writeback-request+jwt")
                _ = try token.verifiedPayload(by: key)
                return true
            } catch {
                return false
            }
        }
    }

    /// Whether one of the known keys opens it.
    private static func isOpened(_ text: String) -> Bool {
        guard let message = try? SealedMessage(parsing: text), let key = keyRing?.key(message.keyID, at: 0) else {
            return false
        }
        do {
            _ = try message.open(with: key)
            return true
        } catch {
            return false
        }
    }

    private static func checkForm(_ text: String, parts: Int, _ known: [String]) {
        Fuzzer.expect(known.contains(text), "only what the keys' owner made is accepted: \(text)")
        Fuzzer.expect(Reference.parts(text)?.count == parts, "what is accepted is canonical base64url")
    }

    private static func checkSigned(_ text: String) {
        do {
            let token = try SignedToken(parsing: try Secret(input: Array(text.utf8)), type: "writeback-request+jwt")
            let (keyID, algorithm) = (token.keyID, token.algorithm)
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            Fuzzer.expect(parts.count == 3, "a token has three parts")
            let decoded = [Reference.parts(parts[0]), Reference.parts(parts[2])].compactMap { $0?.first }
            Fuzzer.expect(decoded.count == 2, "header and signature are canonical base64url")
            let header = Reference.object(decoded[0]) as? [String: String] ?? [:]
            Fuzzer.expect(
                header == ["alg": algorithm.rawValue, "kid": keyID, "typ": "writeback-request+jwt"],
                "the header is read as others read it, and has nothing else: \(header)")
            Fuzzer.expect(algorithm == .ps256 || decoded[1].count == 64, "a signature has its length")
        } catch let fault as TokenFault {
            Fuzzer.expect(fault != .secureMemory, "an input does not use up the locked memory")
            Fuzzer.expectLoggable("\(fault)", limit: 1000)
        } catch {
            Fuzzer.expect(false, "an input fits into the locked memory: \(error)")
        }
    }

    private static func checkSealed(_ text: String) {
        do throws(SealFault) {
            let message = try SealedMessage(parsing: text)
            let parts = Reference.parts(text) ?? []
            Fuzzer.expect(parts.map(\.count).count == 5, "a sealed message is five parts in canonical base64url")
            Fuzzer.expect(
                parts[1].isEmpty && parts[2].count == 12 && parts[4].count == 16, "its parts have their sizes")
            let header = Reference.object(parts[0]) ?? [:]
            let known: Set = ["alg", "enc", "kid", "epk", "iss", "aud", "jti", "apu", "apv"]
            Fuzzer.expect(known.isSuperset(of: header.keys), "its header has nothing else: \(header.keys)")
            let names = [header["kid"], header["iss"], header["aud"], header["jti"]] as? [String]
            Fuzzer.expect(
                names == [message.keyID, message.issuer, message.audience, message.requestID],
                "its header is read as others read it")
            Fuzzer.expect(header["alg"] as? String == "ECDH-ES" && header["enc"] as? String == "A256GCM", "no other")
        } catch {
            Fuzzer.expect(error != .secureMemory, "an input does not use up the locked memory")
            Fuzzer.expectLoggable("\(error)", limit: 1000)
        }
    }
}

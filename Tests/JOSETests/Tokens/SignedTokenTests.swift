import Dispatch
import Secrets
import Synchronization
import Testing

@testable import JOSE

/// What a good token is, and how little it takes for one to be none.
struct SignedTokenTests {
    @Test(arguments: SignatureAlgorithm.allCases)
    func `a token tells its key, and its payload to that key alone`(algorithm: SignatureAlgorithm) throws {
        let signer = try SampleKeys.signer(algorithm)
        let text = try signer.sign(Array("the payload".utf8), type: sampleType)
        let token = try SignedToken(parsing: try Secret(utf8: text), type: sampleType)
        #expect(token.keyID == signer.id)
        #expect(token.algorithm == algorithm)
        #expect(try payload(text, try SampleKeys.verifier(algorithm)) == Array("the payload".utf8))
        for other in SignatureAlgorithm.allCases where other != algorithm {
            #expect(try fault(text, try SampleKeys.verifier(other)) == .algorithm)
        }
    }

    @Test(arguments: [SignatureAlgorithm.edDSA, .es256])
    func `another key with the same identifier, or the key under another one, is refused`(
        algorithm: SignatureAlgorithm
    ) throws {
        let signer = try SampleKeys.signer(algorithm)
        let text = try signer.sign([UInt8](), type: sampleType)
        let stranger = try SigningKey.generate(algorithm, id: signer.id)
        #expect(try fault(text, try stranger.verifier()) == .signature)
        let renamed = Token(header: Token.header(of: signer).replacing(#""\#(signer.id)""#, with: #""other""#))
        #expect(try fault(try renamed.signed(by: signer), try SampleKeys.verifier(algorithm)) == .signature)
    }

    @Test(arguments: [SignatureAlgorithm.edDSA, .es256])
    func `every single bit that flips is noticed`(algorithm: SignatureAlgorithm) throws {
        let key = try SampleKeys.verifier(algorithm)
        let text = Array(
            try Token(header: Token.header(of: try SampleKeys.signer(algorithm))).signed(
                by: try SampleKeys.signer(algorithm)
            ).utf8)
        for place in text.indices {
            for bit in 0..<8 {
                var changed = text
                changed[place] ^= 1 << bit
                #expect(try faultOfBytes(changed, key) != nil, "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func `every character of a PS256 token that changes is noticed`() throws {
        let signer = try SampleKeys.signer(.ps256)
        let key = try SampleKeys.verifier(.ps256)
        let text = Array(try Token(header: Token.header(of: signer)).signed(by: signer).utf8)
        for place in text.indices {
            var changed = text
            changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(try faultOfBytes(changed, key) != nil, "byte \(place)")
        }
    }

    @Test func `every token that is cut short or goes on is refused`() throws {
        let signer = try SampleKeys.signer(.edDSA)
        let key = try SampleKeys.verifier(.edDSA)
        let text = try signer.sign(Array("payload".utf8), type: sampleType)
        for count in 0..<text.count {
            #expect(try fault(String(text.prefix(count)), key) != nil)
        }
        for more in ["A", "AA", "AAAA", "=", ".", " ", "\n", "\0", ".AAAA"] {
            #expect(try fault(text + more, key) != nil)
            #expect(try fault(more + text, key) != nil)
        }
    }

    @Test func `a payload of no bytes and one of 40 KiB come back`() throws {
        let signer = try SampleKeys.signer(.edDSA)
        for count in [0, 1, 40_960] {
            let sent = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let secret = try Secret(bytes: sent)
            let token = try signer.sign(secret, type: sampleType)
            #expect(try payload(token, try SampleKeys.verifier(.edDSA)) == sent)
        }
    }

    @Test func `a signed payload that is not in canonical base64url is refused all the same`() throws {
        let signer = try SampleKeys.signer(.edDSA)
        for payload in ["Zh", "Zg==", "Z", "a+b/", "Zm9v\n", " "] {
            let input = Base64URL.encode(Array(Token.header(of: signer).utf8)) + "." + payload
            let token = input + "." + Base64URL.encode(try signer.signature(of: Array(input.utf8)))
            #expect(
                try fault(token, try SampleKeys.verifier(.edDSA))
                    == .malformed("the token's payload is not in canonical base64url"))
        }
    }

    @Test func `a token of more than 64 KiB is refused before it is looked at`() throws {
        let token = String(repeating: "a", count: SignedToken.sizeLimit + 1)
        #expect(try fault(token, try SampleKeys.verifier(.edDSA)) == .tooLarge(limit: SignedToken.sizeLimit))
    }

    @Test(arguments: SignatureAlgorithm.allCases)
    func `one key serves several threads at once`(algorithm: SignatureAlgorithm) throws {
        let (signer, key) = (try SampleKeys.signer(algorithm), try SampleKeys.verifier(algorithm))
        let good = try signer.sign(Array("good".utf8), type: sampleType)
        let bad = good.replacing(Base64URL.encode(Array("good".utf8)), with: Base64URL.encode(Array("evil".utf8)))
        let wrong = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 200) { round in
            let isGood = round.isMultiple(of: 2)
            let isTaken = (try? payload(isGood ? good : bad, key)) != nil
            if isTaken != isGood { wrong.add(1, ordering: .relaxed) }
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
    }

    private func faultOfBytes(_ bytes: [UInt8], _ key: VerificationKey) throws -> TokenFault? {
        let text = try Secret(bytes: bytes)
        do throws(TokenFault) {
            _ = try SignedToken(parsing: text, type: sampleType).verifiedPayload(by: key)
            return nil
        } catch {
            return error
        }
    }
}

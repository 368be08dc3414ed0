import JSON
import Testing

@testable import JOSE

/// Headers of tokens that carry a good signature over whatever stands in them.
struct TokenHeaderTests {
    private func fault(_ header: String) throws -> TokenFault? {
        let token = try Token(header: header).signed(by: try SampleKeys.signer(.edDSA))
        return try JOSETests.fault(token, try SampleKeys.verifier(.edDSA))
    }

    private func header(_ alg: String = #""EdDSA""#, kid: String = #""ed""#, typ: String = "\"\(sampleType)\"")
        -> String
    {
        #"{"alg":\#(alg),"kid":\#(kid),"typ":\#(typ)}"#
    }

    @Test(arguments: [
        #"{"typ":"writeback-request+jwt","kid":"ed","alg":"EdDSA"}"#,
        " {\r\n \"alg\" : \"EdDSA\",\t\"kid\":\"\\u0065d\",\"typ\":\"writeback-request+jwt\"}\n",
    ])
    func `the order of members and white space between them are free`(header: String) throws {
        #expect(try fault(header) == nil)
    }

    @Test(arguments: [
        "none", "None", "NONE", "HS256", "HS512", "RS256", "PS384", "PS512", "ES384", "ES512", "ES256K", "Ed25519",
        "Ed448",
        "eddsa", "es256", "ES256 ",
    ])
    func `an algorithm that is not in use is refused`(algorithm: String) throws {
        #expect(try fault(header("\"\(algorithm)\"")) == .algorithm)
    }

    @Test(arguments: ["ES256", "PS256"])
    func `the algorithm of another type of key is refused`(algorithm: String) throws {
        #expect(try fault(header("\"\(algorithm)\"")) != nil)
    }

    @Test func `a token without a signature is refused`() throws {
        let token = Token(header: header("\"none\"")).with(signature: [])
        #expect(try JOSETests.fault(token, try SampleKeys.verifier(.edDSA)) == .algorithm)
        let stripped = Token(header: header()).with(signature: [])
        #expect(
            try JOSETests.fault(stripped, try SampleKeys.verifier(.edDSA))
                == .malformed("the token's signature is too short"))
    }

    @Test(arguments: [
        "crit", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "b64", "zip", "cty", "iss", "aud", "enc", "epk", "Alg",
        "ALG",
        "kid ", "p2c", "", "nonce", "url",
    ])
    func `a member beside the three is refused by its name`(name: String) throws {
        for value in ["[\"b64\"]", "true", "null", "{}", "\"x\"", "1", "[]"] {
            let found = try fault(header().replacing("}", with: #","\#(name)":\#(value)}"#))
            #expect(name.isEmpty ? found != nil : found == .critical(name))
        }
    }

    @Test func `an embedded key does not make itself trusted`() throws {
        let stranger = try SigningKey.generate(.edDSA, id: "ed")
        let header = Token.header(of: stranger, adding: #","jwk":\#(stranger.publicJWK.text)"#)
        let token = try Token(header: header).signed(by: stranger)
        #expect(try JOSETests.fault(token, try SampleKeys.verifier(.edDSA)) == .critical("jwk"))
    }

    @Test(arguments: ["alg", "kid", "typ"], ["first", "last"])
    func `a member that occurs twice is refused, whichever of the two is good`(name: String, place: String) throws {
        let more = #""\#(name)":"x""#
        let (start, end) = place == "first" ? ("{\(more),", "") : ("{", ",\(more)")
        let twice = start + header().trimmingPrefix("{").replacing("}", with: end + "}")
        #expect(try fault(twice) == .malformed("the token's header: '\(name)' occurs more than once"))
    }

    @Test func `a duplicate hidden behind an escape is found`() throws {
        let twice = header().replacing("}", with: #","\u0061lg":"none"}"#)
        #expect(try fault(twice) == .malformed("the token's header: 'alg' occurs more than once"))
    }

    @Test(arguments: ["7", "null", "true", "[]", "{}", "\"\"", #""a\nb""#, #""a\u0000""#, "[\"ed\"]", #""\ud800""#])
    func `a kid that is no name is refused`(kid: String) throws {
        guard case .malformed(let text) = try fault(header(kid: kid)) else { throw SampleFailure() }
        #expect(text.contains("kid"))
    }

    @Test func `a kid is needed, and has 128 characters at most`() throws {
        #expect(
            try fault(#"{"alg":"EdDSA","typ":"writeback-request+jwt"}"#)
                == .malformed("the token's header: 'kid' is missing"))
        let long = String(repeating: "k", count: 129)
        #expect(
            try fault(header(kid: "\"\(long)\""))
                == .malformed("the token's header: 'kid' is longer than the limit of 128"))
        #expect(try fault(header(kid: "\"\(long.dropLast())\"")) == .signature)
    }

    @Test(arguments: [
        "\"JWT\"", "\"jwt\"", "\"WRITEBACK-REQUEST+JWT\"", "\"application/writeback-request+jwt\"",
        "\"writeback-request+jwt \"",
    ])
    func `another type is refused`(type: String) throws {
        #expect(try fault(header(typ: type)) == .type)
    }

    @Test func `a token without a type or an algorithm is refused`() throws {
        #expect(try fault(#"{"alg":"EdDSA","kid":"ed"}"#) == .type)
        #expect(try fault(#"{"kid":"ed","typ":"writeback-request+jwt"}"#) == .algorithm)
        #expect(try fault("{}") == .type)
    }

    @Test(arguments: [
        "", "[]", "null", "\"x\"", "{", "{}{}", "{\"alg\":}", "{'alg':'EdDSA'}", "\u{feff}{}", "{\"alg\":\"EdDSA\",}",
        String(repeating: "[", count: 700), String(repeating: "{\"a\":", count: 190),
    ])
    func `a header that is no object, or nested, is refused`(header: String) throws {
        #expect(try fault(header) != nil)
    }

    @Test func `a header of 1 KiB is read and a larger one is not`() throws {
        let padded = { (size: Int) in header() + String(repeating: " ", count: size - header().utf8.count) }
        #expect(try fault(padded(1024)) == nil)
        #expect(try fault(padded(1025)) == .tooLarge(limit: 1024))
        #expect(try fault(padded(30_000)) == .tooLarge(limit: 1024))
    }

    @Test func `a header that makes the token too large is not decoded`() throws {
        let token = String(repeating: "e", count: SignedToken.sizeLimit) + ".e30.AAAA"
        #expect(try JOSETests.fault(token, try SampleKeys.verifier(.edDSA)) == .tooLarge(limit: SignedToken.sizeLimit))
    }
}

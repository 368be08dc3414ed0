import JSON
import Secrets
import TestSupport
import Testing

@testable import JOSE

/// Tokens that go to and fro between this module and others', for every algorithm that both have.
struct InteroperationTests {
    static let pairs: [(JOSEPrograms, SignatureAlgorithm)] = JOSEPrograms.allCases.flatMap { program in
        SignatureAlgorithm.allCases.map { (program, $0) }
    }.filter { $0.0 != .jose || $0.1 != .edDSA }

    private let claims = #"{"iss":"https://portal.example","op":"unlock","n":"Ä\n"}"#

    @Test(arguments: pairs)
    func `their tokens are taken here`(program: JOSEPrograms, algorithm: SignatureAlgorithm) async throws {
        let signer = try SampleKeys.signer(algorithm)
        let jwk = try signer.privateJWK().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        let token = try await program.sign(claims, header: Token.header(of: signer), jwk: jwk)
        #expect(try payload(token, try SampleKeys.verifier(algorithm)) == Array(claims.utf8))
    }

    @Test(arguments: pairs)
    func `tokens from here are taken there, and changed ones are not`(
        program: JOSEPrograms, algorithm: SignatureAlgorithm
    ) async throws {
        let signer = try SampleKeys.signer(algorithm)
        let token = try signer.sign(Array(claims.utf8), type: sampleType)
        #expect(try await program.verify(token, jwk: signer.publicJWK.text) == claims)
        let other = Base64URL.encode(Array(claims.replacing("unlock", with: "status").utf8))
        let changed = token.replacing(Base64URL.encode(Array(claims.utf8)), with: other)
        await #expect(throws: TestFailure.self) { try await program.verify(changed, jwk: signer.publicJWK.text) }
    }
}

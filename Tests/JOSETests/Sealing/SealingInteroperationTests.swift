import JSON
import Secrets
import TestSupport
import Testing

@testable import JOSE

/// Sealed texts that go to and fro between this module and others'.
struct SealingInteroperationTests {
    /// The `jose` command has no X25519.
    static let pairs: [(JOSEPrograms, EllipticCurve)] = JOSEPrograms.allCases.flatMap { program in
        SealingSample.curves.map { (program, $0) }
    }.filter { $0.0 != .jose || $0.1 == .p256 }

    @Test(arguments: pairs)
    func `what they seal is opened here`(program: JOSEPrograms, curve: EllipticCurve) async throws {
        let key = try DecryptionKey.generate(curve)
        let header: JSONValue = [
            "alg": "ECDH-ES", "enc": "A256GCM", "kid": .string(key.id), "iss": "https://reset.example",
            "aud": "agent.example", "jti": "r-1",
        ]
        let text = try await program.seal(SealingSample.password, header: header.text, jwk: key.publicJWK.text)
        #expect(try SealedMessage(parsing: text).requestID == "r-1")
        #expect(try SealingSample.open(text, with: key) == SealingSample.password)
    }

    @Test(arguments: pairs.filter { $0.0 != .jose })
    func `names of the two parties in their header go into the key here too`(
        program: JOSEPrograms, curve: EllipticCurve
    ) async throws {
        let key = try DecryptionKey.generate(curve)
        let header: JSONValue = [
            "alg": "ECDH-ES", "enc": "A256GCM", "kid": .string(key.id), "iss": "i", "aud": "a", "jti": "j",
            "apu": "QWxpY2U", "apv": "Qm9i",
        ]
        let text = try await program.seal("password", header: header.text, jwk: key.publicJWK.text)
        #expect(try SealingSample.open(text, with: key) == "password")
    }

    @Test(arguments: pairs)
    func `what is sealed here is opened there, and a changed text is not`(
        program: JOSEPrograms, curve: EllipticCurve
    ) async throws {
        let key = try DecryptionKey.generate(curve)
        let text = try SealingSample.seal(to: key)
        let jwk = try key.privateJWK().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        #expect(try await program.open(text, jwk: jwk) == SealingSample.password)
        let forged = try SealingSample.changeHeader(of: text) { $0.replacing("r-1", with: "r-2") }
        await #expect(throws: TestFailure.self) { try await program.open(forged, jwk: jwk) }
    }
}

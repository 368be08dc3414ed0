import Foundation
import Secrets
import TestSupport
import Testing

@testable import JOSE

/// Keys as the `openssl` command writes them.
struct PEMTests {
    private static let openssl = "/usr/bin/openssl"

    private func privateKey(_ options: String...) async throws -> String {
        try await Command.run(Self.openssl, ["genpkey", "-algorithm"] + options)
    }

    private func publicKey(of key: String, _ options: String...) async throws -> String {
        try await Command.run(Self.openssl, ["pkey", "-pubout"] + options, input: key)
    }

    private func problem(_ text: String) -> KeyProblem? {
        do throws(KeyError) {
            _ = try VerificationKeys.read(text)
            return nil
        } catch {
            return error.problem
        }
    }

    static let kinds: [([String], SignatureAlgorithm)] = [
        (["ED25519"], .edDSA), (["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], .es256),
        (["RSA", "-pkeyopt", "rsa_keygen_bits:2048"], .ps256),
    ]

    @Test(arguments: kinds)
    func `a PKCS8 key signs, and its public key in PEM verifies under its thumbprint`(
        options: [String], algorithm: SignatureAlgorithm
    ) async throws {
        let text = try await Command.run(Self.openssl, ["genpkey", "-algorithm"] + options)
        let signer = try SigningKey(pem: try Secret(utf8: text))
        let keys = try VerificationKeys.read(try await publicKey(of: text))
        #expect(keys.map(\.id) == [signer.id] && keys.map(\.algorithm) == [algorithm])
        let token = try signer.sign(Array("x".utf8), type: sampleType)
        #expect(try payload(token, try #require(keys.first)) == Array("x".utf8))
        #expect(try SigningKey(pem: try Secret(utf8: text), id: "named").id == "named")
        #expect(problem(text) == .privateKey)
    }

    @Test func `several blocks with comments between them are several keys, and a certificate is one`() async throws {
        let (first, second) = (
            try await privateKey("ED25519"), try await privateKey("RSA", "-pkeyopt", "rsa_keygen_bits:2048")
        )
        let file = "\(Repository.temporary)/jose-\(UInt32.random(in: 0 ... .max)).pem"
        try second.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let certificate = try await Command.run(
            Self.openssl, ["req", "-x509", "-key", file, "-subj", "/CN=portal", "-days", "1", "-text"])
        let text = try await publicKey(of: first) + "# the second key\r\n" + certificate
        let expected = [
            try SigningKey(pem: try Secret(utf8: first)).id, try SigningKey(pem: try Secret(utf8: second)).id,
        ]
        #expect(try VerificationKeys.read(text).map(\.id) == expected)
        #expect(problem(text + text) == .duplicateID)
    }

    @Test(arguments: [
        ["EC", "-pkeyopt", "ec_paramgen_curve:P-384"], ["EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], ["X25519"],
        ["ED448"],
        ["X448"], ["RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"],
    ])
    func `a key of another type is refused by its type`(options: [String]) async throws {
        let text = try await Command.run(Self.openssl, ["genpkey", "-algorithm"] + options)
        guard case .unsupportedType = problem(try await publicKey(of: text)) else { throw SampleFailure() }
        #expect(throws: KeyError.self) { try SigningKey(pem: try Secret(utf8: text)) }
    }

    @Test func `RSA of 1024 bits and an exponent of 3 are refused`() async throws {
        let short = try await privateKey("RSA", "-pkeyopt", "rsa_keygen_bits:1024")
        #expect(problem(try await publicKey(of: short)) == .modulus(bits: 1024))
        let small = try await privateKey("RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt", "rsa_keygen_pubexp:3")
        #expect(problem(try await publicKey(of: small)) == .exponent)
    }

    @Test func `a compressed point is the same key, curve parameters spelled out are the same curve`() async throws {
        let key = try await privateKey("EC", "-pkeyopt", "ec_paramgen_curve:P-256")
        let plain = try VerificationKeys.read(try await publicKey(of: key)).map(\.id)
        let compressed = try await publicKey(of: key, "-ec_conv_form", "compressed")
        #expect(try VerificationKeys.read(compressed).map(\.id) == plain)
        let explicit = try await publicKey(of: key, "-ec_param_enc", "explicit")
        #expect(try VerificationKeys.read(explicit).map(\.id) == plain)
    }

    @Test func `damaged blocks and other blocks are refused`() async throws {
        let key = try await publicKey(of: try await privateKey("ED25519"))
        #expect(problem(key.replacing("-----END PUBLIC KEY-----\n", with: "")) != nil)
        #expect(problem(key.replacing("PUBLIC KEY", with: "RSA PUBLIC KEY")) != nil)
        #expect(problem(key.replacing("PUBLIC KEY", with: "CERTIFICATE")) != nil)
        #expect(problem(key.replacing("MC", with: "MD")) != nil)
        #expect(problem(key.replacing("PUBLIC KEY", with: "CERTIFICATE REQUEST")) != nil)
        #expect(problem(String(repeating: key, count: 17)) == .tooMany(limit: 16))
        #expect(problem(key + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n") != nil)
    }

    @Test func `encrypted, traditional and several private keys are refused`() async throws {
        let key = try await privateKey("RSA", "-pkeyopt", "rsa_keygen_bits:2048")
        let encrypted = try await Command.run(
            Self.openssl, ["pkcs8", "-topk8", "-passout", "pass:x"], input: key)
        let traditional = try await Command.run(Self.openssl, ["pkey", "-traditional"], input: key)
        for text in [encrypted, traditional, key + key, "", "{}", try await publicKey(of: key)] {
            #expect(throws: KeyError.self) { try SigningKey(pem: try Secret(utf8: text)) }
        }
    }
}

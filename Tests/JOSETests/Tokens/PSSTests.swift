import Foundation
import Secrets
import TestSupport
import Testing

@testable import JOSE

/// RSA signatures by the `openssl` command, with other parameters than those that PS256 fixes (RFC 7518 section 3.5).
struct PSSTests {
    private static let pss = ["rsa_padding_mode:pss"]

    /// What is wrong with a token whose signature was made with these options.
    private func fault(digest: String = "-sha256", _ options: [String]) async throws -> TokenFault? {
        let folder = "\(Repository.temporary)/jose-pss-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let pem = try await Command.run(
            "/usr/bin/openssl", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
        try pem.write(toFile: "\(folder)/key", atomically: false, encoding: .utf8)
        let signer = try SigningKey(pem: try Secret(utf8: pem))
        let token = Token(header: Token.header(of: signer))
        let settings = options.flatMap { ["-sigopt", $0] }
        try await Command.run(
            "/usr/bin/openssl", ["dgst", digest, "-sign", "\(folder)/key", "-out", "\(folder)/signature"] + settings,
            input: token.input)
        let signature = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/signature"))
        return try JOSETests.fault(token.with(signature: Array(signature)), try signer.verifier())
    }

    @Test func `SHA-256, MGF1 with SHA-256 and a salt of 32 bytes are taken`() async throws {
        #expect(try await fault(Self.pss + ["rsa_pss_saltlen:32"]) == nil)
        #expect(try await fault(Self.pss + ["rsa_pss_saltlen:digest", "rsa_mgf1_md:sha256"]) == nil)
    }

    @Test(arguments: ["0", "20", "31", "33", "64", "max"])
    func `a salt of another length is refused`(length: String) async throws {
        #expect(try await fault(Self.pss + ["rsa_pss_saltlen:\(length)"]) == .signature)
    }

    @Test(arguments: ["sha1", "sha384", "sha512"])
    func `another digest is refused, in the signature as in MGF1`(digest: String) async throws {
        #expect(try await fault(Self.pss + ["rsa_pss_saltlen:32", "rsa_mgf1_md:\(digest)"]) == .signature)
        let all = Self.pss + ["rsa_pss_saltlen:32", "rsa_mgf1_md:sha256"]
        #expect(try await fault(digest: "-\(digest)", all) == .signature)
    }

    @Test func `a signature of RS256 is refused`() async throws {
        #expect(try await fault(["rsa_padding_mode:pkcs1"]) == .signature)
    }
}

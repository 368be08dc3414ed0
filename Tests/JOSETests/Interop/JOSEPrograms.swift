import Foundation
import TestSupport

/// Other implementations of JOSE, run as the programs they are.
enum JOSEPrograms: String, CaseIterable {
    /// Python's jwcrypto.
    case jwcrypto
    /// Python's joserfc.
    case joserfc
    /// José, Debian's `jose` command, which has no EdDSA.
    case jose

    private static let folder = "\(Repository.temporary)/jose-\(UInt32.random(in: 0 ... .max))"

    /// The interpreter that has both libraries; made once for all tests.
    static let python = Task {
        atexit { try? FileManager.default.removeItem(atPath: JOSEPrograms.folder) }
        return try await Command.run("\(Repository.root)/scripts/servers/jose", [folder])
            .trimmingCharacters(in: .newlines)
    }

    /// A compact JWS by the private key `jwk`.
    func sign(_ payload: String, header: String, jwk: String) async throws -> String {
        guard self == .jose else {
            return try await library(#""key":\#(jwk),"header":\#(header),"payload":\#(Self.quoted(payload))"#)
        }
        return try await Self.withFiles([payload, jwk]) { files in
            let template = #"{"protected":\#(header)}"#
            return try await Command.run(
                "/usr/bin/jose", ["jws", "sig", "-I", files[0], "-k", files[1], "-s", template, "-c"])
        }
    }

    /// The payload of `token`, once it is found to be signed by the public key `jwk`.
    func verify(_ token: String, jwk: String) async throws -> String {
        guard self == .jose else { return try await library(#""key":\#(jwk),"token":"\#(token)""#) }
        return try await Self.withFiles([jwk]) { files in
            try await Command.run("/usr/bin/jose", ["jws", "ver", "-i", "-", "-k", files[0], "-O", "-"], input: token)
        }
    }

    private func library(_ members: String) async throws -> String {
        let script = "\(Repository.root)/scripts/servers/jose.d/libraries.py"
        return try await Command.run(
            try await Self.python.value, [script], input: #"{"library":"\#(rawValue)",\#(members)}"#)
    }

    private static func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    private static func withFiles(
        _ texts: [String], _ body: ([String]) async throws -> String
    ) async throws -> String {
        let folder = "\(Repository.temporary)/jose-files-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = texts.indices.map { "\(folder)/\($0)" }
        for (file, text) in zip(files, texts) { try text.write(toFile: file, atomically: false, encoding: .utf8) }
        return try await body(files)
    }
}

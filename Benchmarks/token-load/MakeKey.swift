import ArgumentParser
import Foundation
import JOSE
import JSON
import Secrets

/// Makes the caller's key: PREFIX.private.jwk and PREFIX.jwk.
struct MakeKey: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "key")

    @Argument var prefix: String

    func run() throws {
        let key = try SigningKey.generate(.edDSA, id: "bench-1")
        try key.privateJWK().withUnsafeBytes { try Data($0).write(to: URL(filePath: prefix + ".private.jwk")) }
        try key.publicJWK.text.write(toFile: prefix + ".jwk", atomically: true, encoding: .utf8)
    }
}

import ArgumentParser
import Foundation
import JOSE
import Secrets

/// Prints signed resets, one to a line, to standard output: of one person after the other, so that nobody comes twice in a
/// short time.
struct MakeTokens: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tokens")

    @Option var key: String
    @Option(help: "What GET /v1/keys has answered.") var agentKeys: String
    @Option var issuer: String
    @Option var audience: String
    @Option var people: Int
    @Option var count: Int

    func run() throws {
        let forge = try TokenForge(
            key: try SigningKey(parsing: try Secret(utf8: try String(contentsOfFile: key, encoding: .utf8))),
            agentKey: try EncryptionKey.read(Array(try Data(contentsOf: URL(filePath: agentKeys)))).first,
            issuer: issuer, audience: audience)
        for number in 0..<count {
            let token = try forge.token(for: 1 + number % people, number: number)
            FileHandle.standardOutput.write(Data((token + "\n").utf8))
        }
    }
}

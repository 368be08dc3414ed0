import ArgumentParser
import JOSE
import JSON
import Secrets

/// Prints the median microseconds that verifying a token and opening a sealed password take, for each kind of key.
struct MeasureReading: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "measure")

    /// Repetitions of each.
    private static let count = 1000

    func run() throws {
        for algorithm in SignatureAlgorithm.allCases {
            let key = try SigningKey.generate(algorithm, id: "k")
            let keys = try VerificationKeys.read(key.publicJWK.text)
            let text = try key.sign([UInt8](repeating: 0x61, count: 1200), type: "t")
            let time = try Self.median {
                let token = try SignedToken(parsing: try Secret(utf8: text), type: "t")
                _ = try token.verifiedPayload(by: keys[0])
            }
            print("verify \(algorithm.rawValue)", time)
        }
        for curve in [EllipticCurve.p256, .x25519] {
            let key = try DecryptionKey.generate(curve)
            let text = try key.encryptionKey.seal(
                try Secret(utf8: "Correct-Horse-Battery-9"), issuer: "i", audience: "a", requestID: "r")
            print("open \(curve.rawValue)", try Self.median { _ = try SealedMessage(parsing: text).open(with: key) })
        }
    }

    private static func median(_ work: () throws -> Void) throws -> Int {
        var times: [Duration] = []
        for _ in 0..<count { times.append(try ContinuousClock().measure(work)) }
        return Int(times.sorted()[count / 2] / .microseconds(1))
    }
}

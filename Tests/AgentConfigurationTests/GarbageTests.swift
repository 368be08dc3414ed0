import AgentConfiguration
import Testing

@Suite struct GarbageTests {
    /// Small and repeatable (xorshift64), so that a failure can be had again from its seed.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    static let pieces = [
        "[", "]", "[[", "{", "}", "=", " = ", ".", ",", "\"", "'", "\"\"\"", "'''", "\\", "\n", "\r\n", "#", "agent",
        "name", "directory", "corp", "servers", "callers", "1", "-0x", "1e9", "inf", "true", "1979-05-27T07:32:00Z",
        "\u{301}", "\u{7f}", "\u{e000}", "\u{1F600}", "\\u00", "ldaps://", "15s", "dc=a", "\t", " ",
    ]

    @Test(arguments: 1...8)
    func `random pieces of TOML are findings, never a crash`(_ seed: UInt64) {
        var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<300 {
            let count = Int.random(in: 1...40, using: &generator)
            let toml = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            #expect(!SampleFile.findings(in: toml).isEmpty, "\(toml)")
        }
    }

    @Test(arguments: 1...8)
    func `a damaged file is settings or findings, never a crash`(_ seed: UInt64) {
        var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let sample = Array(SampleFile().text.utf8)
        for _ in 0..<200 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 1...255, using: &generator)
                default: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &generator) ?? "").utf8, at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                #expect(try !Settings.parse(text).callers.isEmpty)
            } catch {
                #expect(!error.findings.isEmpty)
            }
        }
    }
}

import JSON
import Testing

@testable import Requests

/// Garbage, and requests with random faults: whatever comes, it is read or refused, and nothing else happens.
struct RequestFuzzTests {
    private static let mebibyte = 1 << 20

    @Test(arguments: [
        "", "{\"", "{\"jti\":\"", "{\"account\":{\"name\":\"", "[", "{\"amr\":[\"", "{\"new_password\":\"",
    ])
    func `a mebibyte of garbage is refused`(opening: String) throws {
        var random = SplitMix64(seed: 1)
        let garbage = (0..<Self.mebibyte).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        #expect(refuses(Array(opening.utf8) + garbage))
    }

    @Test(arguments: [" ", "{", "[", "\"", "\\", "\u{0}", "a", "1", "{\"a\":", "\\ud83d", "é", "{\"op\":\"status\","])
    func `a mebibyte of the same is refused`(piece: String) throws {
        let text = String(repeating: piece, count: Self.mebibyte / piece.utf8.count)
        for opening in ["", "{", "{\"", "{\"jti\":\"", "{\"amr\":["] { #expect(refuses(Array((opening + text).utf8))) }
    }

    @Test func `twenty thousand random faults are read or refused`() throws {
        var random = SplitMix64(seed: 20_240_131)
        let samples = [RequestBody.full] + Operation.allCases.map(RequestBody.least)
        var refused = 0
        for number in 0..<20_000 {
            var bytes = Array(samples[number % samples.count].text.utf8)
            for _ in 0...Int.random(in: 0...3, using: &random) { Self.spoil(&bytes, &random) }
            if try Reading.malformation(bytes) != nil { refused += 1 }
        }
        // Not every fault makes a request malformed (another letter in a name does not), but most do.
        #expect((10_000..<20_000).contains(refused))
    }

    private func refuses(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            do throws(JSONError) {
                _ = try RequestDraft(reading: bytes, form: .plain)
                return false
            } catch {
                if case .malformed = error { return true }
                return false
            }
        }
    }

    private static func spoil(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
        guard place < bytes.count else { return bytes.append(0x7b) }
        let other = Int.random(in: place..<bytes.count, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[place] = .random(in: .min ... .max, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(Array("\"\\{}[]:,u0".utf8).randomElement(using: &random) ?? 0, at: place)
        case 4: bytes.removeSubrange(place...other)
        case 5: bytes.insert(contentsOf: bytes[place...other], at: other)
        default: bytes.swapAt(place, other)
        }
    }
}

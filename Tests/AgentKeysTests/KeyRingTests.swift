import Foundation
import JSON
import Secrets
import Testing

@testable import AgentKeys
@testable import JOSE

/// The keys while the agent uses them.
struct KeyRingTests {
    private let sample: KeyFolderSample
    private let start = KeyFolderSample.start

    init() throws {
        sample = try KeyFolderSample()
    }

    @Test func `callers are shown the current key and the next one, and nothing private`() throws {
        _ = try sample.make(.p256)
        let keys = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(60)).keys
        let ring = KeyRing(keys)
        let set = try #require(
            try JSONSerialization.jsonObject(with: Data(ring.publicSet.text.utf8)) as? [String: [[String: Any]]])
        let shown = try #require(set["keys"])
        #expect(shown.map { $0["status"] as? String } == ["current", "next"])
        #expect(shown.map { $0["kid"] as? String } == [keys.current.pair.id, keys.next.pair.id])
        let names = ["alg", "crv", "kid", "kty", "status", "use", "x", "y"]
        #expect(shown.allSatisfy { $0.keys.sorted() == names })
    }

    @Test func `each public key can be sealed to, and is found by its name`() throws {
        let ring = KeyRing(try sample.make().keys)
        for id in ring.identifiers.compactMap({ $0.split(separator: " ").last }) {
            let key = try #require(ring.key(String(id), at: start))
            #expect(try SealedToken(to: key).opens(with: ring, at: start))
        }
        #expect(ring.current.id == ring.identifiers.first?.split(separator: " ").last.map(String.init))
    }

    @Test(arguments: ["", "unknown", "current"])
    func `a name that no key has finds none`(id: String) throws {
        let ring = KeyRing(try sample.make().keys)
        #expect(ring.key(id, at: start) == nil)
        let token = try SealedToken(to: try DecryptionKey.generate(.x25519))
        #expect(try !token.opens(with: ring, at: start))
    }

    @Test func `the log is told the keys by status and name`() throws {
        _ = try sample.make()
        let keys = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(60)).keys
        #expect(
            KeyRing(keys).identifiers == [
                "current \(keys.current.pair.id)", "next \(keys.next.pair.id)", "retired \(keys.retired[0].pair.id)",
            ])
    }

    @Test func `a credential holds the same as the file`() throws {
        let keys = try sample.make(.p256).keys
        let ring = try KeyRing(reading: try Secret(utf8: try sample.text()), source: "credential agent-keys")
        #expect(ring.identifiers == KeyRing(keys).identifiers)
        #expect(try SealedToken(to: keys.current.pair).opens(with: ring, at: start))
    }

    @Test(arguments: [EllipticCurve.p256, .x25519])
    func `good keys pass the test of themselves`(curve: EllipticCurve) throws {
        _ = try sample.make(curve)
        let keys = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(60)).keys
        #expect(throws: Never.self) { try KeyRing(keys).selfTest() }
    }

    @Test func `a key that does not open what is sealed to it fails the test of itself`() throws {
        let (key, other) = (try DecryptionKey.generate(.p256), try DecryptionKey.generate(.p256))
        let broken = DecryptionKey(id: "broken", point: other.point, pair: key.pair)
        let keys = try sample.make().keys
        let set = KeySet(
            current: keys.current, next: keys.next,
            retired: [AgentKey(pair: broken, status: .retired, made: 0, end: 1)])
        #expect(throws: AgentKeyError.selfTestFailed(id: "broken")) { try KeyRing(set).selfTest() }
    }
}

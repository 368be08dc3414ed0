import Foundation
import JSON
import Secrets
import Testing

@testable import JOSE

/// Where the private parts of keys lie. Each test has a process of its own, whose memory nobody else uses.
struct PrivateKeyPlaceTests {
    @Test func `private keys lie in the secure heap, made or read`() async {
        await #expect(processExitsWith: .success) {
            for curve in SealingSample.curves {
                let before = SecureHeap.bytesInUse
                let key = try DecryptionKey.generate(curve)
                #expect(SecureHeap.bytesInUse >= before + 32)
                let places = try Self.places(of: key)
                #expect(places.isEmpty, "\(curve), made: \(places)")
                let placesOfCopy = try Self.places(of: try Self.copy(key))
                #expect(placesOfCopy.isEmpty, "\(curve), read: \(placesOfCopy)")
            }
        }
    }

    /// Of a key on P-256 libcrypto itself leaves a copy in memory that it has freed; nothing is promised there.
    @Test func `opening messages leaves neither the password nor a private key on X25519 behind`() async {
        await #expect(processExitsWith: .success) {
            for curve in SealingSample.curves {
                let key = try DecryptionKey.generate(curve)
                let token = try Secret(capacity: 32) { target in
                    for index in target.indices { target[index] = .random(in: 0...255) }
                    return 32
                }
                let text = try key.encryptionKey.seal(token, issuer: "i", audience: "a", requestID: "j")
                for _ in 0..<100 {
                    let isSame = try SealedMessage(parsing: text).open(with: key).matches(token)
                    try #require(isSame)
                }
                let left = try token.withUnsafeBytes { try OwnMemory.mappings(holding: $0) }
                #expect(left.isEmpty, "\(curve), password: \(left)")
                let places = try Self.places(of: key)
                #expect(places.isEmpty || curve == .p256, "\(curve), key: \(places)")
            }
        }
    }

    @Test func `the search finds what lies in ordinary memory`() async {
        await #expect(processExitsWith: .success) {
            let key = try DecryptionKey.generate(.x25519)
            let copy = SealingSample.bytes(try key.scalar())
            let places = try Self.places(of: key)
            #expect(!places.isEmpty)
            withExtendedLifetime(copy) {}
        }
    }

    /// The mappings outside the secure heap that hold the private part of `key`, in either order of its bytes.
    private static func places(of key: DecryptionKey) throws -> [String] {
        let scalar = try key.scalar()
        let reversed = try Secret(capacity: 32) { target in
            scalar.withUnsafeBytes { bytes in
                for index in bytes.indices { target[31 - index] = bytes[index] }
            }
            return 32
        }
        return try scalar.withUnsafeBytes { try OwnMemory.mappings(holding: $0) }
            + reversed.withUnsafeBytes { try OwnMemory.mappings(holding: $0) }
    }

    /// The same key, read from its JWK without a detour through ordinary memory.
    private static func copy(_ key: DecryptionKey) throws -> DecryptionKey {
        let text = try key.privateJWK()
        let jwk = try text.withUnsafeBytes { (bytes) throws(JSONError) in
            var reader = JSONReader(bytes)
            return try PrivateJWK(reading: &reader, at: "")
        }
        return try DecryptionKey(jwk)
    }
}

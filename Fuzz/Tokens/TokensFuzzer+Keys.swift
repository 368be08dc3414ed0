import AgentKeys
import Fuzzing
import JOSE
import JSON
import Secrets

/// Files of keys: callers' public ones, the agent's own, and one as the agent serves it.
extension TokensFuzzer {
    static func checkKeys(_ bytes: [UInt8]) {
        checkVerificationKeys(bytes)
        checkKeyRing(bytes)
        checkEncryptionKey(bytes)
    }

    private static func checkVerificationKeys(_ bytes: [UInt8]) {
        do throws(KeyError) {
            let keys = try bytes.withUnsafeBufferPointer { (bytes) throws(KeyError) in
                try VerificationKeys.read(UnsafeRawBufferPointer(bytes))
            }
            Fuzzer.expect((1...VerificationKeys.countLimit).contains(keys.count), "a file has 1 to 16 keys")
            Fuzzer.expect(Set(keys.map(\.id)).count == keys.count, "no two keys have one name")
            for key in keys { Fuzzer.expectLoggable(key.id, limit: 512) }
            guard let object = Reference.object(bytes) else { return }
            let set = object["keys"] as? [[String: Any]] ?? [object]
            Fuzzer.expect(set.count == keys.count, "every key of the file is read")
            Fuzzer.expect(
                set.allSatisfy { $0["d"] == nil && $0["k"] == nil }, "no private key is taken for a public one")
            for (read, key) in zip(set, keys) { Fuzzer.expect(read["kid"] as? String ?? key.id == key.id, "kid") }
        } catch {
            Fuzzer.expectLoggable("\(error)", limit: 1500)
        }
    }

    private static func checkKeyRing(_ bytes: [UInt8]) {
        do {
            let ring = try KeyRing(reading: try Secret(input: bytes), source: "input")
            let set = Reference.object(bytes)?["keys"] as? [[String: Any]] ?? []
            Fuzzer.expect(set.count == ring.identifiers.count, "every key of the ring is read")
            Fuzzer.expect(set.allSatisfy { $0["d"] is String }, "every key of the ring is a private one")
            let told = ring.publicSet.text
            Fuzzer.expect(!set.contains { told.contains($0["d"] as? String ?? "?") }, "the public set tells no secret")
        } catch {
            Fuzzer.expectLoggable("\(error)", limit: 1500)
        }
    }

    private static func checkEncryptionKey(_ bytes: [UInt8]) {
        do throws(SealFault) {
            let key = try EncryptionKey(parsing: String(decoding: bytes, as: UTF8.self))
            let read = Reference.object(Array(String(decoding: bytes, as: UTF8.self).utf8)) ?? [:]
            Fuzzer.expect(read["kid"] as? String == key.id && read["d"] == nil, "a public key of that name")
        } catch {
            Fuzzer.expectLoggable("\(error)", limit: 1000)
        }
    }
}

import JOSE
import Secrets
import Testing

/// The digest against FIPS 180-4's examples, the code against RFC 4231's.
struct SHA256Tests {
    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the examples of the standard hold`(message: String, digest: String) {
        #expect(hexadecimal(SHA256.digest(Array(message.utf8))) == digest)
    }

    @Test func `pieces are hashed as one message, and one hash serves many messages`() {
        let message = Array("the message comes in pieces".utf8)
        let whole = SHA256.digest(message)
        var hash = SHA256()
        for cut in 0...message.count {
            hash.update(Array(message[..<cut]))
            hash.update(Array(message[cut...]))
            let digest = hash.finish()
            #expect(digest == whole)
            #expect(SHA256.digest(Array(message[..<cut]), Array(message[cut...])) == whole)
        }
        #expect(message.withUnsafeBytes { SHA256.digest($0) } == whole)
    }

    @Test func `test case 2 of RFC 4231 holds for HMAC`() throws {
        let code = SHA256.hmac(
            key: try Secret(utf8: "Jefe"), Array("what do ya want ".utf8), Array("for nothing?".utf8))
        #expect(hexadecimal(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func `test case 6 of RFC 4231 holds for HMAC, whose key is longer than a block`() throws {
        let key = try Secret(capacity: 131) { target in
            target.initializeMemory(as: UInt8.self, repeating: 0xaa)
            return 131
        }
        let message = try Secret(utf8: "Test Using Larger Than Block-Size Key - Hash Key First")
        let code = SHA256.hmac(key: key, message)
        #expect(hexadecimal(code) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func `a key of no bytes is a key`() throws {
        let code = SHA256.hmac(key: try Secret(utf8: ""), [UInt8]())
        #expect(hexadecimal(code) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }
}

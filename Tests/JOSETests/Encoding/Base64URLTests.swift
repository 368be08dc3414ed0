import JOSE
import Secrets
import Testing

/// Base64url against RFC 4648 section 10 and itself.
struct Base64URLTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `the vectors of RFC 4648 hold without their padding`(text: String, encoded: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test func `the two characters of the URL alphabet are the last ones`() {
        #expect(Base64URL.encode([0xfb, 0xff, 0xfe]) == "-__-")
        #expect(Base64URL.decode("-__-") == [0xfb, 0xff, 0xfe])
    }

    @Test func `every byte comes back at every place and length`() throws {
        let all = (0...255).map(UInt8.init)
        for length in 0...all.count {
            let encoded = Base64URL.encode(all.suffix(length))
            #expect(Base64URL.decode(encoded) == all.suffix(length))
            let secret = try Secret(utf8: encoded).withUnsafeBytes { try Base64URL.decodeSecret($0) }
            let bytes = secret?.withUnsafeBytes { Array($0) }
            #expect(bytes == all.suffix(length))
        }
    }

    @Test(arguments: [
        "Zg==", "Zm8=", "Zm9v=", "Z", "Zm9vY", "Zh", "Zm9", "Zm 8", "Zm8 ", " Zm8", "Zm8\n", "+_8", "/_8", "Zm.8",
        "Zm8\0",
        "Zé", "====", "A=", "_x", "__9",
    ])
    func `whatever is not the one spelling is refused`(text: String) throws {
        #expect(Base64URL.decode(text) == nil)
        let secret = try Secret(utf8: text).withUnsafeBytes { try Base64URL.decodeSecret($0) }
        let isRefused = secret == nil
        #expect(isRefused)
    }

    @Test func `of all texts of two and three characters only one stands for each sequence of bytes`() {
        let characters = (0...255).map { Character(Unicode.Scalar(UInt8($0))) }.filter(\.isASCII)
        let pairs = characters.flatMap { first in characters.map { "\(first)\($0)" } }
        #expect(pairs.filter { Base64URL.decode($0) != nil }.count == 256)
        #expect(Set(pairs.compactMap { Base64URL.decode($0) }).count == 256)
        #expect(characters.filter { Base64URL.decode("AA\($0)") != nil }.count == 16)
    }

    @Test func `a secret is encoded as bytes are`() throws {
        let encoded = try Base64URL.encode(try Secret(utf8: "fooba"))
        let text = encoded.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        #expect(text == "Zm9vYmE")
    }
}

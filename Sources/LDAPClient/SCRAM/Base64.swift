internal import COpenSSL

/// Base 64 as SCRAM writes it: with padding, without line ends, and in one way only (RFC 4648 section 4).
enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> String {
        var text = [UInt8](repeating: 0, count: encodedCount(bytes.count) + 1)
        let count = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
        return String(decoding: text.prefix(Int(count)), as: UTF8.self)
    }

    /// The length of so many bytes when they are encoded.
    static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

    /// Takes up to 1,024 characters; nil for anything that ``encoded(_:)`` would not have written.
    static func decoded(_ text: Substring) -> [UInt8]? {
        let input = Array(text.utf8)
        guard !input.isEmpty, input.count <= 1024, input.count % 4 == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: input.count / 4 * 3)
        guard EVP_DecodeBlock(&bytes, input, Int32(input.count)) == bytes.count else { return nil }
        bytes.removeLast(input.reversed().prefix { $0 == UInt8(ascii: "=") }.prefix(2).count)
        return encoded(bytes) == text ? bytes : nil
    }
}

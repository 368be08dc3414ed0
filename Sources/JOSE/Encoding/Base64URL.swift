public import Secrets

/// Base64url without padding (RFC 7515 section 2), the one spelling that each sequence of bytes has.
///
/// Decoding is strict: padding, white space, `+`, `/` and non-zero trailing bits are refused, so that no two texts stand
/// for the same bytes.
public enum Base64URL {
    /// Encodes `bytes`; three of them give four characters.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        // A buffer is read many times faster than a collection whose type is known to the caller only.
        let text = bytes.withContiguousStorageIfAvailable { encode($0) }
        return text ?? Array(bytes).withUnsafeBufferPointer { encode($0) }
    }

    private static func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let length = (bytes.count * 4 + 2) / 3
        return String(unsafeUninitializedCapacity: length) { target in
            var writer = SextetWriter(target: target)
            for byte in bytes { writer.write(byte) }
            writer.finish()
            return length
        }
    }

    /// Encodes `secret`, for a text that is itself to be kept secret.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public static func encode(_ secret: borrowing Secret) throws(SecretError) -> Secret {
        let length = (secret.count * 4 + 2) / 3
        return try Secret(capacity: length) { target in
            secret.withUnsafeBytes { bytes in
                var writer = SextetWriter(target: target.assumingMemoryBound(to: UInt8.self))
                for byte in bytes { writer.write(byte) }
                writer.finish()
            }
            return length
        }
    }

    /// Decodes `text`; nil when it is not in the one canonical form.
    public static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let count = decodedCount(text.count) else { return nil }
        var isValid = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, written in
            isValid = decode(text, into: UnsafeMutableRawBufferPointer(target))
            written = isValid ? count : 0
        }
        return isValid ? bytes : nil
    }

    /// Decodes `text`; nil when it is not in the one canonical form.
    public static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { decode(UnsafeRawBufferPointer($0)) }
    }

    /// Decodes `text` into locked memory; nil when it is not in the one canonical form.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public static func decodeSecret(_ text: UnsafeRawBufferPointer) throws(SecretError) -> Secret? {
        guard let count = decodedCount(text.count) else { return nil }
        var isValid = false
        let secret = try Secret(capacity: count) { target in
            isValid = decode(text, into: UnsafeMutableRawBufferPointer(rebasing: target.prefix(count)))
            return count
        }
        guard isValid else { return nil }
        return secret
    }

    /// The bytes that so many characters stand for; nil for a length that no text has.
    static func decodedCount(_ characters: Int) -> Int? {
        characters % 4 == 1 ? nil : characters * 3 / 4
    }

    /// Decodes `text` into exactly as many bytes as it stands for; false when it is not in the canonical form.
    private static func decode(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Bool {
        var (bits, width, written) = (UInt32(0), 0, 0)
        for character in text {
            guard let sextet = sextet(character) else { return false }
            bits = bits << 6 | sextet
            width += 6
            guard width >= 8 else { continue }
            width -= 8
            target[written] = UInt8(truncatingIfNeeded: bits >> UInt32(width))
            written += 1
        }
        return bits & (1 << UInt32(width) - 1) == 0
    }

    /// The value of a character of the alphabet (RFC 4648 table 2).
    private static func sextet(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

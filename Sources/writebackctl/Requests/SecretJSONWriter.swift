internal import Requests
internal import Secrets

/// Writes JSON (RFC 8259) into locked memory: the members that are no secret, then passwords escaped byte by byte.
struct SecretJSONWriter {
    /// A control character becomes `\u00xx`.
    private static let longestEscape = 6
    /// Two members' names, quotes, colons and commas, and the closing brace.
    private static let frame = 64

    private let target: UnsafeMutableRawBufferPointer
    private var count = 0

    /// An object that begins with `open`, its text up to the closing brace, and goes on with `passwords`.
    static func object(_ open: String, _ passwords: [PasswordMember]) throws(SecretError) -> Secret {
        let bytes = passwords.map { $0.password.withUnsafeBytes { $0.count } }.reduce(0, +)
        return try Secret(capacity: open.utf8.count + bytes * longestEscape + frame) { target in
            var writer = SecretJSONWriter(target: target)
            writer.append(open.utf8)
            for password in passwords { writer.append(password) }
            writer.append("}".utf8)
            return writer.count
        }
    }

    private init(target: UnsafeMutableRawBufferPointer) {
        self.target = target
    }

    /// Appends another member to those of `open`.
    private mutating func append(_ member: PasswordMember) {
        append(",\"\(member.name.rawValue)\":\"".utf8)
        member.password.withUnsafeBytes { bytes in
            for byte in bytes { append(escaping: byte) }
        }
        append("\"".utf8)
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            append(UInt8(ascii: "\\"))
            append(byte)
        case 0..<0x20:
            append("\\u00".utf8)
            append(hexadecimal(byte >> 4))
            append(hexadecimal(byte & 0xf))
        default: append(byte)
        }
    }

    private func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    private mutating func append(_ text: String.UTF8View) {
        for byte in text { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        target[count] = byte
        count += 1
    }
}

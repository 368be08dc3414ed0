import Foundation

/// One journal entry as it was sent in the native protocol (<https://systemd.io/JOURNAL_NATIVE_PROTOCOL>).
struct Datagram: Sendable {
    let bytes: [UInt8]
    /// The values by the fields' names; a field that occurs twice would be a mistake, and is marked as one.
    let fields: [String: String]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        var fields: [(String, String)] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
                fields.append((Self.text(line[..<equals]), Self.text(line[(equals + 1)...])))
            } else {
                // A value with newlines: 64 bits of length, little-endian, the value, a newline.
                let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
                fields.append((Self.text(line), Self.text(rest.dropFirst(8).prefix(length))))
                rest = rest.dropFirst(8 + length + 1)
            }
        }
        self.fields = Dictionary(fields) { _, _ in "TWICE" }
    }

    subscript(_ name: String) -> String? { fields[name] }

    /// The name without the prefix that our own fields have.
    func own(_ name: String) -> String? { fields["WRITEBACK_" + name] }

    func contains(_ text: String) -> Bool { String(decoding: bytes, as: UTF8.self).contains(text) }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension JournalField {
    /// An upper bound of the bytes that ``encode(into:)`` adds.
    var encodedSize: Int {
        name.description.utf8.count + value.utf8.count + 10
    }

    /// Adds the field in the native protocol: `NAME=value` and newline, or, for a value that has newlines itself,
    /// `NAME`, newline, length as 64-bit little-endian, value, newline (<https://systemd.io/JOURNAL_NATIVE_PROTOCOL>).
    func encode(into bytes: inout [UInt8]) {
        let newline = UInt8(ascii: "\n")
        bytes.append(contentsOf: name.description.utf8)
        if value.utf8.contains(newline) {
            bytes.append(newline)
            withUnsafeBytes(of: UInt64(value.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
        } else {
            bytes.append(UInt8(ascii: "="))
        }
        bytes.append(contentsOf: value.utf8)
        bytes.append(newline)
    }
}

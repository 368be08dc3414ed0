internal import SystemdLink

extension RecordBody {
    /// The fields, as far as the bytes have the form of the native protocol.
    var fields: [StoredField] {
        var fields: [StoredField] = []
        var rest = bytes[...]
        while let (name, value) = Self.next(&rest) {
            fields.append(StoredField(name: String(decoding: name, as: UTF8.self), value: Array(value)))
        }
        return fields
    }

    /// The value of the first field of that name, without a copy of any other: it is asked of every row.
    func firstValue(of wanted: String) -> String? {
        var rest = bytes[...]
        while let (name, value) = Self.next(&rest) {
            if name.elementsEqual(wanted.utf8) { return String(decoding: value, as: UTF8.self) }
        }
        return nil
    }

    /// The names of fields that one has and the other has not, or has with another value; sorted.
    static func differences(_ left: [StoredField], _ right: [StoredField]) -> [String] {
        Set(Set(left).symmetricDifference(right).map(\.name)).sorted()
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        let newline = UInt8(ascii: "\n")
        guard let end = rest.firstIndex(where: { $0 == newline || $0 == UInt8(ascii: "=") }) else { return nil }
        let name = rest[..<end]
        let isLine = rest[end] != newline
        rest = rest[(end + 1)...]
        guard let count = isLine ? rest.firstIndex(of: newline).map({ $0 - rest.startIndex }) : length(&rest),
            count < rest.count
        else { return nil }
        let value = rest.prefix(count)
        rest = rest.dropFirst(count + 1)
        return (name, value)
    }

    private static func length(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count > 8 else { return nil }
        let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        return Int(exactly: number)
    }
}

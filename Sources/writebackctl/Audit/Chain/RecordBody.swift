internal import JOSE
internal import SystemdLink

/// The bytes of a record that its hash is made of: its fields in the form of the journal's native protocol, sorted.
///
/// They are read and made here without the code that writes the ledger, so that a fault there does not confirm itself.
struct RecordBody: Equatable, Sendable {
    /// Fields that belong to the chain or to the sending, and not to the record.
    static let bookkeeping: Set<String> = ["WRITEBACK_SEQUENCE", "WRITEBACK_PREVIOUS_HASH", "WRITEBACK_LATE"]

    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes the body of what a sender gave: sorted by name, those of one name by value, each pair once, which is how much
    /// of their order and number a journal keeps.
    init(_ fields: [StoredField]) {
        var bytes: [UInt8] = []
        var last: StoredField?
        for field in fields.sorted(by: Self.precedes) where field != last {
            Self.append(field, to: &bytes)
            last = field
        }
        self.bytes = bytes
    }

    /// The fields of an entry that its hash covers: journald's own and ``bookkeeping`` are not among them.
    static func fields(of entry: StoredEntry) -> [StoredField] {
        entry.fields.filter { !$0.isTrusted && !bookkeeping.contains($0.name) }
    }

    /// The hash of the record: SHA-256 of the hash before, the sequence as 8 bytes big-endian, and the body.
    func hash(_ sequence: UInt64, after previous: Digest, with hasher: inout SHA256) -> Digest {
        hasher.update(previous.bytes)
        withUnsafeBytes(of: sequence.bigEndian) { hasher.update($0) }
        hasher.update(bytes)
        return Digest(hasher.finish()) ?? .zero
    }

    private static func precedes(_ left: StoredField, _ right: StoredField) -> Bool {
        left.name == right.name
            ? left.value.lexicographicallyPrecedes(right.value)
            : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    private static func append(_ field: StoredField, to bytes: inout [UInt8]) {
        let newline = UInt8(ascii: "\n")
        bytes.append(contentsOf: field.name.utf8)
        if field.value.contains(newline) {
            bytes.append(newline)
            withUnsafeBytes(of: UInt64(field.value.count).littleEndian) { bytes.append(contentsOf: $0) }
        } else {
            bytes.append(UInt8(ascii: "="))
        }
        bytes.append(contentsOf: field.value)
        bytes.append(newline)
    }
}

extension JournalEntry {
    /// The entry in the one form that hashes are taken of: its fields sorted by the bytes of their names, those of one
    /// name by the bytes of their values, the same pair once, each in the native protocol
    /// (<https://systemd.io/JOURNAL_NATIVE_PROTOCOL>).
    ///
    /// journald keeps neither the order of fields nor the number of equal ones, and this form needs neither: it can be
    /// made again from the journal. ``JournalSender/send(encoded:)`` takes it as it is.
    public func canonicalBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(0) { $0 + $1.encodedSize })
        var last: JournalField?
        for field in fields.sorted(by: Self.precedes) where field != last {
            field.encode(into: &bytes)
            last = field
        }
        return bytes
    }

    private static func precedes(_ left: JournalField, _ right: JournalField) -> Bool {
        // Names are ASCII, in which strings are ordered by their bytes, and quickly.
        guard left.name == right.name else { return left.name.description < right.name.description }
        return left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
    }
}

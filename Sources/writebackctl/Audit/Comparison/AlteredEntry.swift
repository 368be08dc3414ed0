/// An entry of the journal whose fields are not those of its row.
struct AlteredEntry: Equatable, Sendable {
    let sequence: UInt64
    /// The names of the fields that differ, are added or are gone. Their values are for `journalctl` to show.
    let fields: [String]
}

internal import SystemdLink

/// An entry that says something else than its row.
struct ContestedEntry: Equatable, Sendable {
    let sequence: UInt64
    /// What it says, to be held against the row's fields.
    let fields: [StoredField]
    /// The same as an entry that is one too many, should another one of its sequence be the right one.
    let foreign: ForeignEntry
}

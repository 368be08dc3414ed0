internal import LDAPClient

/// What a later look at an entry found.
struct View {
    let name: DistinguishedName
    let server: ServerAddress
    /// The entry's immutable anchor; nil when it may not be read.
    let anchor: String?
    let sight: Sight
    /// Whether it certainly has no lock; looked for only after an unlock.
    let isOpen: Bool
    /// The ways of the server.
    let dialect: any Dialect
}

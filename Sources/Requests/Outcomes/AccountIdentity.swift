/// Which entry, in which directory, on which server.
public struct AccountIdentity: Sendable, Equatable {
    /// The configured name of the directory.
    public let directory: String
    /// The URL of the server that was asked, and that a write goes to.
    public let server: String
    /// The entry's distinguished name as the server returned it (RFC 4514).
    public let distinguishedName: String
    /// The entry's immutable anchor, such as entryUUID.
    public let anchor: String

    /// Names an entry.
    public init(directory: String, server: String, distinguishedName: String, anchor: String) {
        self.directory = directory
        self.server = server
        self.distinguishedName = distinguishedName
        self.anchor = anchor
    }
}

/// How a request names its account.
public enum AccountReference: Sendable, Hashable {
    /// The directory's immutable anchor, such as OpenLDAP's entryUUID (RFC 4530).
    case id(String)
    /// A sign-in name, compared with the attributes that the directory's configuration lists.
    case name(String)

    /// The text as the caller sent it.
    public var text: String {
        switch self {
        case .id(let text), .name(let text): text
        }
    }
}

/// What a server says about itself: its root DSE (RFC 4512 section 5.1).
///
/// A server need not tell any of it, and may tell it only to some; what it did not tell is empty here.
public struct RootDSE: Sendable {
    /// Who made the server (RFC 3045), such as `389 Project`; slapd, Samba and Active Directory do not say.
    public let vendorName: String?
    /// The server's version in its maker's own form (RFC 3045).
    public let vendorVersion: String?
    /// The names of the entries that the server's parts of the tree begin at.
    public let namingContexts: Set<String>
    /// The OIDs of the controls it knows; knowing one does not mean that it is available everywhere in the tree.
    public let supportedControls: Set<String>
    /// The OIDs of the extended operations it knows, such as 1.3.6.1.4.1.4203.1.11.1 of RFC 3062.
    public let supportedExtensions: Set<String>
    /// The OIDs that Active Directory and Samba tell their capabilities by (MS-ADTS section 3.1.1.3.4.3).
    public let supportedCapabilities: Set<String>
    /// The OIDs of optional features it has (RFC 3674).
    public let supportedFeatures: Set<String>
    /// The names of the SASL mechanisms it takes on this connection; they may be others before TLS than after.
    public let supportedSASLMechanisms: Set<String>
    /// The entry itself, for everything else that it says.
    public let entry: Entry

    /// Takes apart an entry that was read with ``attributeNames``.
    public init(entry: Entry) {
        self.entry = entry
        vendorName = entry.text("vendorName")
        vendorVersion = entry.text("vendorVersion")
        namingContexts = Set(entry.texts("namingContexts"))
        supportedControls = Set(entry.texts("supportedControl"))
        supportedExtensions = Set(entry.texts("supportedExtension"))
        supportedCapabilities = Set(entry.texts("supportedCapabilities"))
        supportedFeatures = Set(entry.texts("supportedFeatures"))
        supportedSASLMechanisms = Set(entry.texts("supportedSASLMechanisms"))
    }

    /// What to ask for: everything, and by name what some servers show only to those who name it.
    public static let attributeNames = [
        "*", "+", "vendorName", "vendorVersion", "namingContexts", "supportedControl", "supportedExtension",
        "supportedCapabilities", "supportedFeatures", "supportedSASLMechanisms",
    ]
}

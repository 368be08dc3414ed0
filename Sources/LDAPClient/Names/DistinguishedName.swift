/// The name of an entry (RFC 4514).
///
/// Two names are equal when they name the same entry as far as that can be told without the server's schema: attribute
/// types and values are compared without regard to case, escaping, optional spaces or the order inside a multi-valued
/// RDN; runs of spaces in a value count as one. A type given once by name and once by its OID counts as two types.
public struct DistinguishedName: Sendable {
    /// The name in its string form, as it was given or received.
    public let text: String

    let rdns: [RelativeDistinguishedName]

    /// Takes a name in the string form of RFC 4514; spaces around `,`, `+` and `=` are allowed.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` with the position of the fault.
    public init(_ text: String) throws(LDAPError) {
        var parser = DistinguishedNameParser(text)
        self.init(text: text, rdns: try parser.parse())
    }

    private init(text: String, rdns: [RelativeDistinguishedName]) {
        self.text = text
        self.rdns = rdns
    }

    /// The empty name: the root of the directory, and of the root DSE.
    public static let root = DistinguishedName(text: "", rdns: [])

    /// The name of a child entry, with `value` escaped as far as needed.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` when `attribute` is no attribute type or `value` is empty.
    public func appending(_ attribute: String, _ value: String) throws(LDAPError) -> DistinguishedName {
        guard AttributeDescription.isType(attribute[...].utf8), !value.isEmpty else {
            throw .invalid("a name needs an attribute type and a value")
        }
        let rdn = RelativeDistinguishedName([.init(type: attribute, value: Array(value.utf8))])
        let head = "\(attribute)=\(Self.escaped(value))"
        return DistinguishedName(text: rdns.isEmpty ? head : "\(head),\(text)", rdns: [rdn] + rdns)
    }

    /// Whether this is `ancestor` itself or a name below it.
    public func isEqualOrBelow(_ ancestor: DistinguishedName) -> Bool {
        rdns.suffix(ancestor.rdns.count).elementsEqual(ancestor.rdns)
    }

    /// Whether this is the empty name.
    public var isRoot: Bool { rdns.isEmpty }
}

extension DistinguishedName: Hashable {
    /// Whether both name the same entry, as far as that can be told without a schema.
    public static func == (left: Self, right: Self) -> Bool {
        left.rdns == right.rdns
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rdns)
    }
}

extension DistinguishedName: CustomStringConvertible {
    /// The string form.
    public var description: String { text }
}

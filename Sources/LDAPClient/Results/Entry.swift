/// One entry that a search returned.
public struct Entry: Sendable {
    /// The name, as the server wrote it.
    public let dn: DistinguishedName

    // Lower-case names, in the order the server sent them; entries are small, so a scan beats a dictionary.
    private let attributes: [(name: String, values: [[UInt8]])]

    /// Makes an entry; attribute names are matched without regard to case.
    public init(dn: DistinguishedName, attributes: [(name: String, values: [[UInt8]])]) {
        self.dn = dn
        self.attributes = attributes.map { (name: $0.name.lowercased(), values: $0.values) }
    }

    /// The values of an attribute as the bytes that came; empty when the entry has none or they may not be read.
    ///
    /// - Parameter attribute: The attribute description in any case, options included: `userCertificate;binary`.
    public subscript(attribute: String) -> [[UInt8]] {
        let name = attribute.lowercased()
        return attributes.first { $0.name == name }?.values ?? []
    }

    /// The first value as text, or nil when there is none or it is not UTF-8.
    public func text(_ attribute: String) -> String? {
        self[attribute].first.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// All values that are UTF-8, in the server's order.
    public func texts(_ attribute: String) -> [String] {
        self[attribute].compactMap { String(validating: $0, as: UTF8.self) }
    }

    /// The names of the attributes that came, in lower case.
    public var attributeNames: [String] { attributes.map(\.name) }
}

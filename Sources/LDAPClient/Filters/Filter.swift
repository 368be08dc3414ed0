/// A search filter in the string form of RFC 4515, built so that no value can change its meaning.
///
/// There is no initialiser from text: a filter pasted together from strings is where injection starts.
public struct Filter: Sendable, Hashable {
    /// The string form, as libldap and command-line tools read it.
    public let text: String

    private init(_ text: String) {
        self.text = text
    }

    /// Matches entries with a value equal to `value`, by the attribute's own rule.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` when `attribute` is not an attribute description.
    public static func equal(_ attribute: String, _ value: String) throws(LDAPError) -> Filter {
        try equal(attribute, Array(value.utf8))
    }

    /// Matches entries with a value equal to `value`, for attributes that are not text, such as an objectGUID.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` when `attribute` is not an attribute description.
    public static func equal(_ attribute: String, _ value: [UInt8]) throws(LDAPError) -> Filter {
        try AttributeDescription.check(attribute)
        return Filter("(\(attribute)=\(escaped(value)))")
    }

    /// Matches entries that have the attribute at all.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` when `attribute` is not an attribute description.
    public static func present(_ attribute: String) throws(LDAPError) -> Filter {
        try AttributeDescription.check(attribute)
        return Filter("(\(attribute)=*)")
    }

    /// Matches every entry: each has an object class.
    public static let any = Filter("(objectClass=*)")

    /// Matches what all of `filters` match; everything when there are none (RFC 4526).
    public static func and(_ filters: [Filter]) -> Filter {
        Filter("(&\(filters.map(\.text).joined()))")
    }

    /// Matches what one of `filters` matches; nothing when there are none (RFC 4526).
    public static func or(_ filters: [Filter]) -> Filter {
        Filter("(|\(filters.map(\.text).joined()))")
    }

    /// Matches what `filter` does not.
    public static func not(_ filter: Filter) -> Filter {
        Filter("(!\(filter.text))")
    }

    /// Escapes `*`, `(`, `)`, `\`, NUL, and every byte that is not printable ASCII (RFC 4515 section 3 allows any).
    ///
    /// Spaces are escaped too, since libldap drops those at the start of a value.
    private static func escaped(_ value: [UInt8]) -> String {
        var text: [UInt8] = []
        for byte in value {
            if (0x21...0x7E).contains(byte), !special.contains(byte) {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "\\"))
                text += Hex.digits(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let special = Array("*()\\".utf8)
}

extension Filter: CustomStringConvertible {
    /// The string form.
    public var description: String { text }
}

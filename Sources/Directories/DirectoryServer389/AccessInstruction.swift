internal import LDAPClient

/// An access control instruction of 389 Directory Server, for an administrator to add.
struct AccessInstruction {
    /// What it is called, for those who read it later.
    let title: String
    /// The attributes that it is about, as in a targetattr.
    let attributes: [String]
    /// What it allows, as in `read, search, compare`.
    let rights: String
    /// A filter that entries must match; nil for all.
    var filter: String?

    /// A change record (RFC 2849) that adds it to the entry `place`, for the identity `agent`.
    func ldif(at place: DistinguishedName, for agent: DistinguishedName?) -> String {
        let target = filter.map { "(targetfilter=\"\($0)\")" } ?? ""
        let who = agent.map { Self.percentEncoded(Self.ascii($0)) } ?? "DN-OF-THE-AGENT"
        return """
            dn: \(Self.ascii(place))
            changetype: modify
            add: aci
            aci: \(target)(targetattr="\(attributes.joined(separator: " || "))")(version 3.0; \
            acl "writebackd: \(title)"; allow (\(rights)) userdn="ldap:///\(who)";)
            """
    }

    /// A name in ASCII: RFC 2849 allows nothing else, but RFC 4514 has an escape for it.
    private static func ascii(_ name: DistinguishedName) -> String {
        name.text.utf8.map { byte in
            byte < 0x80 ? String(Unicode.Scalar(byte)) : "\\" + hex(byte)
        }.joined()
    }

    /// A name in an LDAP URL (RFC 4516 section 2.1).
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic || "0123456789=,.-_~".unicodeScalars.contains(scalar)
                ? String(scalar) : "%" + hex(byte)
        }.joined()
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

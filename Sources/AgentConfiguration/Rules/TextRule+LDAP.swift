internal import LDAPClient

extension TextRule<DistinguishedName> {
    /// The name of an entry, other than the empty one (RFC 4514).
    static var entryName: Self {
        Self { text throws(Complaint) in
            do {
                let name = try DistinguishedName(text)
                if !name.isRoot { return name }
            } catch {
                throw Complaint("must be a distinguished name (RFC 4514): \(error)")
            }
            throw Complaint("must be a distinguished name (RFC 4514), not empty")
        }
    }
}

extension TextRule<ServerAddress> {
    /// The URL of a directory server (RFC 4516) that is safe to send passwords to.
    ///
    /// - Parameter startTLS: What `start_tls` says; nil when that is not known, and only the URL can be checked.
    static func server(startTLS: Bool?) -> Self {
        Self { text throws(Complaint) in
            let address: ServerAddress
            do {
                address = try ServerAddress(text)
            } catch {
                throw Complaint("must be the URL of a server, ldaps://HOST, ldap://HOST or ldapi://PATH: \(error)")
            }
            if address.isGlobalCatalog {
                throw Complaint(
                    "is a Global Catalog, a read-only copy of a part of each entry, where no password can be written; "
                        + "use the domain controller's ldaps:// port, 636")
            }
            if startTLS == true, address.scheme != .ldap {
                throw Complaint("must be an ldap:// URL, because start_tls = true is for those only")
            }
            if startTLS == false, address.scheme == .ldap, !address.isLocal {
                throw Complaint("would get passwords in clear: use ldaps://, or ldap:// with start_tls = true")
            }
            return address
        }
    }
}

extension TextRule<String> {
    /// The short name or the OID of an attribute type or object class (RFC 4512, section 1.4).
    static func schemaName(_ kind: String) -> Self {
        Self("the name or OID of an \(kind)") { text in
            guard text.utf8.count <= 128, let first = text.first else { return false }
            guard !first.isNumber else { return isOID(text) }
            return AllowedBytes.letters.make(up: text.prefix(1), count: 1...1)
                && (AllowedBytes.letters + .digits + AllowedBytes("-")).make(up: text, count: 1...128)
        }
    }

    private static func isOID(_ text: String) -> Bool {
        let arcs = text.split(separator: ".", omittingEmptySubsequences: false)
        return arcs.count > 1
            && arcs.allSatisfy { AllowedBytes.digits.make(up: $0, count: 1...39) && ($0 == "0" || $0.first != "0") }
    }
}

extension ServerAddress {
    /// Whether its port is one of Active Directory's Global Catalog ([MS-ADTS] section 3.1.1.3.2.12).
    fileprivate var isGlobalCatalog: Bool { port == 3268 || port == 3269 }
}

internal import Secrets

/// The request value of the password modify operation (RFC 3062 section 2), built in locked memory.
///
///     PasswdModifyRequestValue ::= SEQUENCE {
///         userIdentity [0] OCTET STRING OPTIONAL
///         oldPasswd    [1] OCTET STRING OPTIONAL
///         newPasswd    [2] OCTET STRING OPTIONAL }
///
/// libldap's own ldap_passwd leaves an unwiped copy of it behind.
enum PasswordModifyRequest {
    static let oid = "1.3.6.1.4.1.4203.1.11.1"

    /// Encodes the request for a new password that the server checks against the old one.
    static func encoded(
        dn: DistinguishedName, from old: borrowing Secret, to new: borrowing Secret
    ) throws(LDAPError) -> Secret {
        try require(old.count, new.count)
        return try old.withUnsafeBytes { (old) throws(LDAPError) in
            try new.withUnsafeBytes { (new) throws(LDAPError) in try encoded(dn, [(0x81, old), (0x82, new)]) }
        }
    }

    /// Encodes the request for a new password set by someone who may.
    static func encoded(dn: DistinguishedName, to new: borrowing Secret) throws(LDAPError) -> Secret {
        try require(new.count)
        return try new.withUnsafeBytes { (new) throws(LDAPError) in try encoded(dn, [(0x82, new)]) }
    }

    /// An empty new password would ask some servers to make one up.
    private static func require(_ counts: Int...) throws(LDAPError) {
        guard counts.allSatisfy({ (1...longest).contains($0) }) else {
            throw .invalid("a password must have from 1 to \(longest) bytes")
        }
    }

    private static let longest = 4096

    private static func encoded(
        _ dn: DistinguishedName, _ passwords: [(tag: UInt8, bytes: UnsafeRawBufferPointer)]
    ) throws(LDAPError) -> Secret {
        let name = Array(dn.text.utf8)
        let content = BERElement.size(name.count) + passwords.reduce(0) { $0 + BERElement.size($1.bytes.count) }
        do throws(SecretError) {
            return try Secret(capacity: BERElement.size(content)) { target in
                var offset = BERElement.writeHeader(0x30, content, to: target, at: 0)
                offset = BERElement.write(0x80, name, to: target, at: offset)
                for (tag, bytes) in passwords { offset = BERElement.write(tag, bytes, to: target, at: offset) }
                return offset
            }
        } catch {
            throw .secureMemory(error)
        }
    }
}

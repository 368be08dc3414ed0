internal import CLDAP

/// Owns the name of someone in Kerberos.
struct GSSName: ~Copyable, @unchecked Sendable {
    // Unchecked: an opaque handle without a thread of its own, read only after it was made.
    let handle: OpaquePointer?

    private init(_ text: String, type: gss_OID?) throws(GSSStatus) {
        var minor: OM_uint32 = 0
        var name: OpaquePointer?
        let major = Array(text.utf8).withUnsafeBytes { bytes in
            var buffer = gss_buffer_desc(borrowing: bytes)
            return gss_import_name(&minor, &buffer, type, &name)
        }
        try checkGSS(major, minor)
        handle = name
    }

    /// The LDAP service of a host (RFC 4752 section 3.1), which krb5.conf may have libkrb5 look up under another name.
    static func service(on host: String) throws(GSSStatus) -> GSSName {
        try GSSName("ldap@\(host)", type: writebackd_gss_host_service())
    }

    /// A principal as Kerberos writes it, `name@REALM`.
    static func principal(_ text: String) throws(GSSStatus) -> GSSName {
        try GSSName(text, type: writebackd_gss_principal())
    }

    deinit {
        var minor: OM_uint32 = 0
        var name = handle
        gss_release_name(&minor, &name)
    }
}

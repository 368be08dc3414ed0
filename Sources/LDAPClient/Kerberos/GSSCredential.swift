internal import CLDAP
internal import Glibc

/// Owns the right to act as the principal of a keytab.
struct GSSCredential: ~Copyable, @unchecked Sendable {
    // Unchecked: an opaque handle that libgssapi locks by itself.
    let handle: OpaquePointer?

    /// Fetches a ticket with the key, unless the cache has one with half of its life left. Blocks while the KDC thinks.
    init(_ keytab: Keytab) throws(GSSStatus) {
        if let principal = keytab.principal {
            let name = try GSSName.principal(principal)
            handle = try Self.acquire(keytab, name.handle)
        } else {
            handle = try Self.acquire(keytab, nil)
        }
    }

    private static func acquire(_ keytab: Keytab, _ name: OpaquePointer?) throws(GSSStatus) -> OpaquePointer? {
        var minor: OM_uint32 = 0
        var credential: OpaquePointer?
        let major = withStore(keytab) { store in
            gss_acquire_cred_from(
                &minor, name, writebackd_gss_forever, nil, GSS_C_INITIATE, store, &credential, nil, nil)
        }
        try checkGSS(major, minor)
        return credential
    }

    private static func withStore(
        _ keytab: Keytab, _ body: (UnsafePointer<gss_key_value_set_desc>) -> OM_uint32
    ) -> OM_uint32 {
        let words = ["client_keytab", "FILE:\(keytab.path)", "ccache", keytab.cache]
        let texts = words.map { strdup($0) }
        defer { texts.forEach { free($0) } }
        var elements = [
            gss_key_value_element_desc(key: UnsafePointer(texts[0]), value: UnsafePointer(texts[1])),
            gss_key_value_element_desc(key: UnsafePointer(texts[2]), value: UnsafePointer(texts[3])),
        ]
        return elements.withUnsafeMutableBufferPointer { elements in
            var set = gss_key_value_set_desc(count: OM_uint32(elements.count), elements: elements.baseAddress)
            return body(&set)
        }
    }

    deinit {
        var minor: OM_uint32 = 0
        var credential = handle
        gss_release_cred(&minor, &credential)
    }
}

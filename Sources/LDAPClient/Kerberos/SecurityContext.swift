internal import CLDAP

/// Owns one side's state of an authentication by Kerberos (RFC 4121), and then protects what is sent.
final class SecurityContext: @unchecked Sendable {
    // Unchecked: made on one thread and handed over to the connection's, which alone uses it from then on.
    private var handle: OpaquePointer?
    private let credential: GSSCredential
    private let service: GSSName
    private let flags: OM_uint32
    private let bindings: [UInt8]

    /// Whether both sides have proven who they are.
    private(set) var isEstablished = false

    /// Gets ready to authenticate to the LDAP service of `host`. Blocks while the KDC thinks.
    ///
    /// - Parameters:
    ///   - sealing: Whether ``seal(_:)`` will be needed.
    ///   - bindings: What ties the authentication to the TLS connection around it (RFC 5929); none when empty.
    init(host: String, keytab: Keytab, sealing: Bool, bindings: [UInt8]) throws(GSSStatus) {
        credential = try GSSCredential(keytab)
        service = try GSSName.service(on: host)
        let always = GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_INTEG_FLAG
        flags = OM_uint32(always | (sealing ? GSS_C_CONF_FLAG : 0))
        self.bindings = bindings
    }

    deinit {
        var minor: OM_uint32 = 0
        gss_delete_sec_context(&minor, &handle, nil)
    }

    /// Takes the server's answer, none at first, and makes the next token for it. The first step blocks while the KDC
    /// thinks; later ones do not.
    ///
    /// - Returns: The token; empty when there is nothing more to say.
    func step(_ answer: [UInt8]?) throws(GSSStatus) -> [UInt8] {
        var minor: OM_uint32 = 0
        var granted: OM_uint32 = 0
        var token = gss_buffer_desc()
        let major = withBindings { bindings in
            (answer ?? []).withUnsafeBytes { bytes in
                var input = gss_buffer_desc(borrowing: bytes)
                return gss_init_sec_context(
                    &minor, credential.handle, &handle, service.handle, writebackd_gss_krb5(), flags, 0, bindings,
                    &input, nil, &token, &granted, nil)
            }
        }
        let output = token.take()
        try checkGSS(major, minor)
        isEstablished = major & writebackd_gss_continue_needed == 0 && granted & flags == flags
        return output
    }

    private func withBindings(_ body: (UnsafeMutablePointer<gss_channel_bindings_struct>?) -> OM_uint32) -> OM_uint32 {
        guard !bindings.isEmpty else { return body(nil) }
        return bindings.withUnsafeBytes { bytes in
            var structure = gss_channel_bindings_struct()
            structure.application_data = gss_buffer_desc(borrowing: bytes)
            return body(&structure)
        }
    }
}

extension SecurityContext {
    /// How strong the sealing is, as SASL counts: about the bits of the key; 0 when that cannot be told.
    var strength: Int {
        var minor: OM_uint32 = 0
        var found: gss_buffer_set_t?
        let major = gss_inquire_sec_context_by_oid(&minor, handle, writebackd_gss_sasl_strength(), &found)
        defer { gss_release_buffer_set(&minor, &found) }
        guard writebackd_gss_failed(major) == 0, let found, found.pointee.count > 0 else { return 0 }
        // Four bytes, the highest first.
        let bytes = found.pointee.elements[0].bytes
        return bytes.count == 4 ? bytes.reduce(0) { $0 << 8 | Int($1) } : 0
    }

    /// The most bytes that can be sealed into a frame of `count`.
    func room(inFrameOf count: Int) -> Int {
        var minor: OM_uint32 = 0
        var room: OM_uint32 = 0
        let major = gss_wrap_size_limit(&minor, handle, 1, 0, OM_uint32(clamping: count), &room)
        return writebackd_gss_failed(major) == 0 ? Int(room) : 0
    }

    /// Protects bytes for the peer, from being changed or, with `sealing`, from being read as well.
    func wrap(_ bytes: UnsafeRawBufferPointer, sealing: Bool) throws(GSSStatus) -> [UInt8] {
        var minor: OM_uint32 = 0
        var isSealed: Int32 = 0
        var input = gss_buffer_desc(borrowing: bytes)
        var output = gss_buffer_desc()
        let major = gss_wrap(&minor, handle, sealing ? 1 : 0, 0, &input, &isSealed, &output)
        let wrapped = output.take()
        try checkGSS(major, minor)
        // Never let what was to be sealed leave in clear.
        guard !sealing || isSealed != 0 else { throw GSSStatus(major: writebackd_gss_unavailable, minor: 0) }
        return wrapped
    }

    /// As above, for what is no secret.
    func wrap(_ bytes: [UInt8], sealing: Bool) throws(GSSStatus) -> [UInt8] {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(GSSStatus) in try wrap(bytes, sealing: sealing) }
        }.get()
    }

    /// Takes the peer's protection off again.
    func unwrap(_ bytes: [UInt8]) throws(GSSStatus) -> (bytes: [UInt8], wasSealed: Bool) {
        var minor: OM_uint32 = 0
        var wasSealed: Int32 = 0
        var output = gss_buffer_desc()
        let major = bytes.withUnsafeBytes { bytes in
            var input = gss_buffer_desc(borrowing: bytes)
            return gss_unwrap(&minor, handle, &input, &output, &wasSealed, nil)
        }
        let unwrapped = output.take()
        try checkGSS(major, minor)
        return (unwrapped, wasSealed != 0)
    }
}

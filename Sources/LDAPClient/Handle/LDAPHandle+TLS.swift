internal import CLDAP
internal import Glibc

extension LDAPHandle {
    /// Sets every TLS option, so that no default of the library or the machine decides.
    func configureTLS(_ settings: ConnectionSettings) throws(LDAPError) {
        try set(LDAP_OPT_X_TLS_REQUIRE_CERT, LDAP_OPT_X_TLS_DEMAND)
        try set(LDAP_OPT_X_TLS_PROTOCOL_MIN, writebackd_ldap_tls12)
        try set(LDAP_OPT_X_TLS_CACERTFILE, to: settings.trustedFile)
        if let certificate = settings.clientCertificateFile, let key = settings.clientKeyFile {
            try set(LDAP_OPT_X_TLS_CERTFILE, to: certificate)
            try set(LDAP_OPT_X_TLS_KEYFILE, to: key)
        }
        // The files are read here; which of them is at fault is not said.
        var isServer: Int32 = 0
        guard ldap_set_option(session, LDAP_OPT_X_TLS_NEWCTX, &isServer) == LDAP_OPT_SUCCESS else {
            throw .tls(Self.unusableFile(settings))
        }
    }

    private static func unusableFile(_ settings: ConnectionSettings) -> TLSFailure {
        let certificates = [settings.clientCertificateFile, settings.clientKeyFile].compactMap { $0 }
        if !CAFile.isUsable(settings.trustedFile) { return .caFileUnreadable(path: settings.trustedFile) }
        let unreadable = certificates.first { access($0, R_OK) != 0 }
        if let path = unreadable ?? certificates.first { return .clientCertificateUnusable(path: path) }
        return .other("the TLS library could not be set up")
    }

    /// Asks the server to start TLS (RFC 4511 section 4.14.1); the handshake is a step of its own.
    func requestStartTLS() throws(LDAPError) {
        let answer = try extended(oid: LDAP_EXOP_START_TLS, value: nil, controls: [])
        guard answer.result.code == .success else { throw .tls(.startTLSRefused(answer.result)) }
    }

    /// Performs the handshake, with certificate and host name verified by libldap.
    ///
    /// - Returns: Whether it succeeded with TLS 1.2 or later; libldap cannot tell why not.
    func handshake() -> Bool {
        ldap_install_tls(session) == LDAP_SUCCESS && ldap_tls_inplace(session) == 1 && isModern
    }

    /// What ties a bind to this TLS connection; empty when the server's certificate does not lend itself to that.
    func channelBinding() -> [UInt8] {
        var certificate = berval()
        guard ldap_get_option(session, LDAP_OPT_X_TLS_PEERCERT, &certificate) == LDAP_OPT_SUCCESS else { return [] }
        defer { ldap_memfree(certificate.bv_val) }
        return ChannelBinding.serverEndPoint(certificate: certificate.bytes)
    }

    /// libldap ignores LDAP_OPT_X_TLS_PROTOCOL_MIN when it is linked to GnuTLS, so the outcome is looked at. Nothing has
    /// been sent by then, and both sides' Finished messages rule out that someone between them lowered the version.
    private var isModern: Bool {
        var text: UnsafeMutablePointer<CChar>?
        guard ldap_get_option(session, LDAP_OPT_X_TLS_VERSION, &text) == LDAP_OPT_SUCCESS, let text else {
            return false
        }
        defer { ldap_memfree(text) }
        // GnuTLS says TLS1.2 where OpenSSL says TLSv1.2.
        return ["TLS1.2", "TLS1.3", "TLSv1.2", "TLSv1.3"].contains(String(cString: text))
    }
}

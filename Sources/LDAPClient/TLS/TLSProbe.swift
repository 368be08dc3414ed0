internal import COpenSSL
internal import Glibc

/// One TLS handshake with OpenSSL, to read the server's certificate and OpenSSL's verdict on it.
struct TLSProbe: ~Copyable {
    private let host: String
    private let context: OpaquePointer
    private let session: OpaquePointer

    init?(host: String, trustedFile: String) {
        guard let context = SSL_CTX_new(TLS_client_method()) else { return nil }
        guard SSL_CTX_load_verify_file(context, trustedFile) == 1, writebackd_require_tls12(context) == 1,
            let session = SSL_new(context)
        else {
            SSL_CTX_free(context)
            return nil
        }
        // The chain and name are verified all the same; this only lets the handshake go on, so that the certificate
        // can be read.
        SSL_set_verify(session, SSL_VERIFY_NONE, nil)
        self.host = host
        self.context = context
        self.session = session
    }

    deinit {
        SSL_free(session)
        SSL_CTX_free(context)
    }

    /// Performs the handshake on a connected, blocking socket that stays the caller's.
    borrowing func reason(_ socket: Int32) -> TLSFailure {
        ERR_clear_error()
        guard expectHost(), SSL_set_fd(session, socket) == 1 else {
            return .other("OpenSSL could not be set up to find out why the handshake failed")
        }
        let outcome = SSL_connect(session)
        guard outcome == 1 else { return handshakeFailure(SSL_get_error(session, outcome)) }
        guard let certificate = SSL_get1_peer_certificate(session) else {
            return .other("the server has no certificate")
        }
        defer { X509_free(certificate) }
        return verdict(PeerCertificate(certificate))
    }

    private borrowing func expectHost() -> Bool {
        guard IPAddress(host) == nil else {
            return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host) == 1
        }
        return SSL_set1_host(session, host) == 1 && writebackd_set_server_name(session, host) == 1
    }

    private borrowing func verdict(_ certificate: PeerCertificate) -> TLSFailure {
        let code = Int32(SSL_get_verify_result(session))
        switch code {
        case X509_V_OK:
            return .other(
                "the handshake failed although OpenSSL finds no fault with the certificate; "
                    + "the server may demand a client certificate, or something between breaks connections")
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            return .hostNameMismatch(host: host, presented: certificate.names)
        case X509_V_ERR_CERT_HAS_EXPIRED: return .expired(notAfter: chain.expiry ?? certificate.notAfter)
        case X509_V_ERR_CERT_NOT_YET_VALID: return .notYetValid(notBefore: chain.start ?? certificate.notBefore)
        default: return .untrustedChain(String(cString: X509_verify_cert_error_string(Int(code))))
        }
    }

    private var chain: PeerChain { PeerChain(SSL_get_peer_cert_chain(session)) }

    private borrowing func handshakeFailure(_ kind: Int32) -> TLSFailure {
        let failure = ERR_get_error()
        let reason = ERR_GET_REASON(failure)
        if kind == SSL_ERROR_SSL, reason == SSL_R_WRONG_VERSION_NUMBER { return .peerNotTLS }
        if reason == SSL_R_UNSUPPORTED_PROTOCOL || reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION {
            return .protocolVersion
        }
        if BIO_number_read(SSL_get_rbio(session)) == 0 { return .peerNotTLS }
        guard let text = ERR_reason_error_string(failure) else {
            return .other("the connection broke in the middle of the handshake")
        }
        return .other("the handshake failed: \(String(cString: text))")
    }
}

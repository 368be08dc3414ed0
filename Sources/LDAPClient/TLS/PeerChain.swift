internal import COpenSSL

/// The certificates that a server sent, to find the one whose time is out.
struct PeerChain {
    private let certificates: [OpaquePointer]

    /// Borrows the chain of a session that outlives this value.
    init(_ stack: OpaquePointer?) {
        certificates = (0..<max(0, OPENSSL_sk_num(stack))).compactMap {
            OPENSSL_sk_value(stack, $0).map { OpaquePointer($0) }
        }
    }

    /// When the first expired certificate ended.
    var expiry: String? {
        certificates.first { X509_cmp_current_time(X509_get0_notAfter($0)) < 0 }.map { PeerCertificate($0).notAfter }
    }

    /// When the first certificate that is not valid yet begins.
    var start: String? {
        certificates.first { X509_cmp_current_time(X509_get0_notBefore($0)) > 0 }.map { PeerCertificate($0).notBefore }
    }
}

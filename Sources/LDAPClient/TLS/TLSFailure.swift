/// Why no trustworthy TLS connection came about.
public enum TLSFailure: Error, Sendable, Hashable {
    /// The certificate is for other names than the one in the URL.
    case hostNameMismatch(host: String, presented: [String])
    /// The certificate has expired; UTC, ISO 8601.
    case expired(notAfter: String)
    /// The certificate is not valid yet; UTC, ISO 8601.
    case notYetValid(notBefore: String)
    /// No chain leads from the certificate to the CA file; the text is OpenSSL's reason.
    case untrustedChain(String)
    /// The server offers no TLS version of 1.2 or later.
    case protocolVersion
    /// The CA file does not exist, may not be read or holds no certificate.
    case caFileUnreadable(path: String)
    /// The client's certificate or key file cannot be used.
    case clientCertificateUnusable(path: String)
    /// The peer answered something other than TLS, or closed the connection at the first TLS byte.
    case peerNotTLS
    /// The server refused StartTLS.
    case startTLSRefused(LDAPResult)
    /// Another reason, in OpenSSL's or the operating system's words.
    case other(String)
}

extension TLSFailure: CustomStringConvertible {
    /// One sentence that says what is wrong and what to do about it.
    public var description: String {
        switch self {
        case .hostNameMismatch(let host, let presented):
            "TLS: the server's certificate is not for '\(host)' but for \(Self.list(presented)); "
                + "use one of these names in the URL or give the server a certificate with the right name"
        case .expired(let notAfter):
            "TLS: the server's certificate, or one in its chain, expired at \(notAfter); renew it"
        case .notYetValid(let notBefore):
            "TLS: the server's certificate, or one in its chain, is valid from \(notBefore) only; "
                + "check the clocks of both machines"
        case .untrustedChain(let reason):
            "TLS: the server's certificate does not lead to the configured CA file (\(reason)); "
                + "check that the file holds the CA that signed it, and that the server sends its intermediates"
        case .protocolVersion: "TLS: the server offers no TLS version of 1.2 or later"
        case .caFileUnreadable(let path): "TLS: the CA file \(path) is missing, unreadable or holds no certificate"
        case .clientCertificateUnusable(let path): "TLS: the client certificate or key in \(path) cannot be used"
        case .peerNotTLS: "TLS: the peer does not speak TLS on this port; check scheme and port of the URL"
        case .startTLSRefused(let result): "TLS: the server refused StartTLS with \(result)"
        case .other(let reason): "TLS: \(reason)"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "no name at all" : names.map { "'\($0)'" }.joined(separator: ", ")
    }
}

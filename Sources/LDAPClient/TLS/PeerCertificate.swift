internal import COpenSSL
internal import Glibc

/// What a certificate says about itself, for people.
struct PeerCertificate {
    /// The DNS names and addresses it is for; the common name when it has none.
    let names: [String]
    /// The end of its validity, ISO 8601 in UTC.
    let notAfter: String
    /// The start of its validity, ISO 8601 in UTC.
    let notBefore: String

    init(_ certificate: OpaquePointer) {
        let alternatives = Self.alternativeNames(certificate)
        names = alternatives.isEmpty ? Self.commonName(certificate) : alternatives
        notAfter = Self.text(X509_get0_notAfter(certificate))
        notBefore = Self.text(X509_get0_notBefore(certificate))
    }

    static func text(_ time: UnsafePointer<ASN1_TIME>?) -> String {
        var parts = tm()
        guard ASN1_TIME_to_tm(time, &parts) == 1 else { return "an unreadable time" }
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func alternativeNames(_ certificate: OpaquePointer) -> [String] {
        guard let found = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
        let list = OpaquePointer(found)
        defer { GENERAL_NAMES_free(list) }
        return (0..<max(0, OPENSSL_sk_num(list))).compactMap { index in
            OPENSSL_sk_value(list, index).flatMap { text($0.assumingMemoryBound(to: GENERAL_NAME.self).pointee) }
        }
    }

    private static func text(_ name: GENERAL_NAME) -> String? {
        switch name.type {
        case GEN_DNS: String(decoding: bytes(name.d.dNSName), as: UTF8.self)
        case GEN_IPADD: address(bytes(name.d.iPAddress))
        default: nil
        }
    }

    private static func bytes(_ string: UnsafeMutablePointer<ASN1_STRING>?) -> [UInt8] {
        Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(ASN1_STRING_length(string))))
    }

    private static func address(_ bytes: [UInt8]) -> String? {
        var text = [CChar](repeating: 0, count: 64)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        return inet_ntop(family, bytes, &text, socklen_t(text.count)).map { String(cString: $0) }
    }

    private static func commonName(_ certificate: OpaquePointer) -> [String] {
        var text = [CChar](repeating: 0, count: 256)
        let count = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, &text, 256)
        return count > 0 ? [String(decoding: text.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)] : []
    }
}

internal import COpenSSL

/// What ties an authentication to the TLS connection it happens in (RFC 5929), so that nobody can pass it on from another.
enum ChannelBinding {
    /// `tls-server-end-point`: the hash of the server's certificate, with the hash function of its own signature but
    /// SHA-256 instead of MD5 and SHA-1 (section 4.1).
    ///
    /// - Parameter certificate: DER.
    /// - Returns: The type's name, a colon and the hash; empty for a certificate whose signature has no hash function.
    static func serverEndPoint(certificate: UnsafeRawBufferPointer) -> [UInt8] {
        var start = certificate.assumingMemoryBound(to: UInt8.self).baseAddress
        guard let parsed = d2i_X509(nil, &start, certificate.count) else { return [] }
        defer { X509_free(parsed) }
        var (hash, count) = ([UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE)), UInt32(0))
        guard let function = function(of: parsed), X509_digest(parsed, function, &hash, &count) == 1 else { return [] }
        return Array("tls-server-end-point:".utf8) + hash.prefix(Int(count))
    }

    private static func function(of certificate: OpaquePointer) -> OpaquePointer? {
        var identifier: Int32 = 0
        guard X509_get_signature_info(certificate, &identifier, nil, nil, nil) == 1, identifier != NID_undef else {
            return nil
        }
        return identifier == NID_md5 || identifier == NID_sha1
            ? EVP_sha256() : EVP_get_digestbyname(OBJ_nid2sn(identifier))
    }
}

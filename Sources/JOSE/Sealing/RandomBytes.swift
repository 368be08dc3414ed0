internal import COpenSSL

/// Random bytes that may be seen by anybody (RAND_bytes(3)).
enum RandomBytes {
    static func make(_ count: Int) throws(SealFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw .cryptographyFailed }
        return bytes
    }
}

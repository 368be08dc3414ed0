internal import COpenSSL

/// A signature of ES256: the numbers r and s, 32 bytes each, big-endian (RFC 7518 section 3.4).
struct ES256Signature {
    static let size = 64
    private static let numberSize = 32

    /// The order n of P-256 (SP 800-186 section 3.2.1.3).
    private static let order: [UInt8] = [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ]

    /// r and s, one after the other.
    let bytes: [UInt8]

    /// Nil unless both numbers are from 1 to n - 1.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
        guard Self.isInRange(r), Self.isInRange(s) else { return nil }
    }

    private var r: ArraySlice<UInt8> { bytes[..<Self.numberSize] }
    private var s: ArraySlice<UInt8> { bytes[Self.numberSize...] }

    private static func isInRange(_ number: ArraySlice<UInt8>) -> Bool {
        number.lexicographicallyPrecedes(order) && number.contains { $0 != 0 }
    }

    /// The same in the form that libcrypto wants: a SEQUENCE of two INTEGERs (RFC 3279 section 2.2.3).
    var der: [UInt8] {
        let numbers = Self.integer(r) + Self.integer(s)
        return [0x30, UInt8(numbers.count)] + numbers
    }

    private static func integer(_ number: ArraySlice<UInt8>) -> [UInt8] {
        let digits = number.drop { $0 == 0 }
        // A first bit that is set would make the number negative.
        let sign: [UInt8] = digits.first.map { $0 >= 0x80 } == true ? [0] : []
        return [0x02, UInt8(sign.count + digits.count)] + sign + digits
    }

    /// Reads what libcrypto signed; nil when it is no such signature.
    init?(der: [UInt8]) {
        var start = der.withUnsafeBufferPointer { $0.baseAddress }
        let signature = der.withUnsafeBufferPointer { buffer in
            start = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &start, buffer.count)
        }
        guard let signature else { return nil }
        defer { ECDSA_SIG_free(signature) }
        var bytes = [UInt8](repeating: 0, count: Self.size)
        let isWhole = bytes.withUnsafeMutableBufferPointer { target in
            let size = Int32(Self.numberSize)
            return BN_bn2binpad(ECDSA_SIG_get0_r(signature), target.baseAddress, size) == size
                && BN_bn2binpad(ECDSA_SIG_get0_s(signature), target.baseAddress?.advanced(by: Self.numberSize), size)
                    == size
        }
        guard isWhole else { return nil }
        self.init(bytes)
    }
}

internal import COpenSSL

/// A point of edwards25519 as it is sent: y little-endian in 255 bits and the sign of x (RFC 8032 section 5.1.2).
struct EdwardsPoint {
    /// y and the sign, as words from the least significant on.
    private let words: SIMD4<UInt64>
    private let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
        words = self.bytes.withUnsafeBytes { bytes in
            SIMD4(indices: 0...3) { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
        }
    }

    private static let signBit: UInt64 = 1 << 63

    private var y: SIMD4<UInt64> { words & SIMD4(.max, .max, .max, ~Self.signBit) }

    /// Whether its order is 1, 2, 4 or 8: a key or a signature with such a point fits many messages.
    ///
    /// The y of these eight points are 0, 1, -1 and two that belong to order 8.
    var isOfSmallOrder: Bool { Self.smallOrders.contains(y) }

    private static let smallOrders: [SIMD4<UInt64>] = [
        SIMD4(0, 0, 0, 0),
        SIMD4(1, 0, 0, 0),
        SIMD4(0xffff_ffff_ffff_ffec, .max, .max, ~signBit),
        SIMD4(0xb027_b2c2_8f95_e826, 0xf098_eff2_89f4_c345, 0x3933_c6d3_05ac_dfd5, 0x05fc_536d_8802_38b1),
        SIMD4(0x4fd8_4d3d_706a_17c7, 0x0f67_100d_760b_3cba, 0xc6cc_392c_fa53_202a, 0x7a03_ac92_77fd_c74e),
    ]

    /// Whether y is below the prime p = 2^255 - 19, so that no other text stands for the same point.
    var isCanonical: Bool {
        !(y.w == ~Self.signBit && y.z == .max && y.y == .max && y.x >= 0xffff_ffff_ffff_ffed)
    }

    /// Whether the curve has a point with this y; libcrypto takes any 32 bytes for a key and finds out when it verifies.
    ///
    /// x^2 = (y^2 - 1) / (d y^2 + 1) must be a square, which it is when the product of the two is one.
    var isOnCurve: Bool {
        guard let context = BN_CTX_new() else { return false }
        defer { BN_CTX_free(context) }
        let numbers = (0..<5).compactMap { _ in BN_new() }
        defer { numbers.forEach { BN_free($0) } }
        guard numbers.count == 5 else { return false }
        return isSquare(numbers, context)
    }

    private func isSquare(_ numbers: [OpaquePointer], _ context: OpaquePointer) -> Bool {
        let (prime, d, square, denominator, product) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
        let magnitude = bytes.dropLast() + [bytes[31] & 0x7f]
        guard Self.set(prime, Self.prime), Self.set(d, Self.d),
            BN_lebin2bn(Array(magnitude), 32, square) != nil,
            BN_mod_sqr(square, square, prime, context) == 1,
            BN_mod_mul(denominator, d, square, prime, context) == 1,
            BN_add_word(denominator, 1) == 1,
            BN_sub_word(square, 1) == 1,
            BN_mod_mul(product, square, denominator, prime, context) == 1
        else { return false }
        return [0, 1].contains(BN_kronecker(product, prime, context))
    }

    private static func set(_ number: OpaquePointer, _ hexadecimal: String) -> Bool {
        var number: OpaquePointer? = number
        return BN_hex2bn(&number, hexadecimal) == hexadecimal.utf8.count
    }

    private static let prime = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"
    /// The constant d of the curve (RFC 8032 section 5.1).
    private static let d = "52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"
}

extension SIMD4<UInt64> {
    fileprivate init(indices: ClosedRange<Int>, _ word: (Int) -> UInt64) {
        self.init(indices.map(word))
    }
}

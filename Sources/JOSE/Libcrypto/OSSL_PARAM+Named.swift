internal import COpenSSL

/// Parameters of libcrypto (OSSL_PARAM(3)).
///
/// A parameter keeps the address of its name, not a copy. The names in libcrypto's headers import as strings, whose
/// address is good for one call only; a `StaticString` stays where it is. The values must outlive the parameter.
extension OSSL_PARAM {
    static func text(_ name: StaticString, _ value: StaticString) -> OSSL_PARAM {
        OSSL_PARAM_construct_utf8_string(name.address, UnsafeMutablePointer(mutating: value.address), 0)
    }

    static func octets(_ name: StaticString, _ value: UnsafeRawBufferPointer) -> OSSL_PARAM {
        OSSL_PARAM_construct_octet_string(
            name.address, UnsafeMutableRawPointer(mutating: value.baseAddress), value.count)
    }

    /// An unsigned number whose bytes are in this machine's order.
    static func number(_ name: StaticString, _ value: UnsafeMutableRawBufferPointer) -> OSSL_PARAM {
        OSSL_PARAM_construct_BN(name.address, value.baseAddress?.assumingMemoryBound(to: UInt8.self), value.count)
    }
}

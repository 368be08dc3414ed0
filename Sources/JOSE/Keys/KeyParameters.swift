internal import COpenSSL
internal import Secrets

/// The numbers and bytes that a key of libcrypto is made from (OSSL_PARAM_BLD(3)).
struct KeyParameters: ~Copyable {
    private let builder: OpaquePointer
    // The builder keeps pointers until the key is made, so names must be static and numbers are kept here.
    private var numbers: [OpaquePointer] = []

    /// Nil when there is no memory.
    init?() {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        self.builder = builder
    }

    /// Adds a text that lasts as long as the process.
    mutating func add(_ name: StaticString, text: StaticString) -> Bool {
        OSSL_PARAM_BLD_push_utf8_string(builder, name.address, text.address, 0) == 1
    }

    /// Adds bytes that must stay where they are until the key is made.
    mutating func add(_ name: StaticString, bytes: UnsafeRawBufferPointer) -> Bool {
        OSSL_PARAM_BLD_push_octet_string(builder, name.address, bytes.baseAddress, bytes.count) == 1
    }

    /// Adds a big-endian number.
    mutating func add(_ name: StaticString, number: [UInt8]) -> Bool {
        number.withUnsafeBytes { add(name, $0, to: BN_new()) }
    }

    /// Adds a big-endian number that stays in locked memory.
    mutating func add(_ name: StaticString, number: SharedSecret) -> Bool {
        number.withUnsafeBytes { add(name, $0, to: BN_secure_new()) }
    }

    private mutating func add(_ name: StaticString, _ bytes: UnsafeRawBufferPointer, to number: OpaquePointer?) -> Bool
    {
        guard let number else { return false }
        numbers.append(number)
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard BN_bin2bn(start, Int32(bytes.count), number) != nil else { return false }
        return OSSL_PARAM_BLD_push_BN(builder, name.address, number) == 1
    }

    /// The key of `type`, such as `EC`; nil when libcrypto finds the parameters wanting.
    consuming func key(type: String, isPrivate: Bool) -> KeyHandle? {
        guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, type, nil) else { return KeyHandle(nil) }
        defer { EVP_PKEY_CTX_free(context) }
        let selection = isPrivate ? writebackd_key_pair : writebackd_public_key
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, selection, parameters) == 1
        else { return KeyHandle(nil) }
        return KeyHandle(key)
    }

    deinit {
        numbers.forEach { BN_clear_free($0) }
        OSSL_PARAM_BLD_free(builder)
    }
}

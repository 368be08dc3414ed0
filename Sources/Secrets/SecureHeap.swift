internal import COpenSSL

/// The one heap that secrets live in, set up once for the process.
public enum SecureHeap {
    /// Its size in bytes: room for 48 request bodies of 16 KiB beside their passwords.
    public static let size = 1 << 20

    /// The smallest piece it hands out, in bytes.
    static let smallestPiece = 32

    private static let isReady: Bool = {
        CRYPTO_secure_malloc_init(size, smallestPiece) == 1
    }()

    /// Sets the heap up now rather than at the first secret, so that a missing limit is found at start.
    ///
    /// - Throws: ``SecretError/heapUnavailable`` when memory cannot be locked.
    public static func prepare() throws(SecretError) {
        guard isReady else { throw .heapUnavailable }
    }

    /// Bytes in use, for health reports and tests.
    public static var bytesInUse: Int { isReady ? CRYPTO_secure_used() : 0 }

    static func allocate(_ count: Int) throws(SecretError) -> UnsafeMutableRawBufferPointer {
        try prepare()
        guard let pointer = writebackd_secure_zalloc(count) else { throw .heapFull(bytes: count) }
        return UnsafeMutableRawBufferPointer(start: pointer, count: count)
    }

    static func release(_ storage: UnsafeMutableRawBufferPointer) {
        writebackd_secure_clear_free(storage.baseAddress, storage.count)
    }
}

internal import COpenSSL

/// Bytes that must not leave their room: a password, a key, a request body that carries one.
///
/// The bytes lie in OpenSSL's secure heap: locked into memory, kept out of core dumps, fenced by guard pages
/// (CRYPTO_secure_malloc(3)). They are wiped when the value ends. A `Secret` cannot be copied, printed, compared with
/// `==` or encoded; whoever needs the bytes borrows them for the length of a closure.
public struct Secret: ~Copyable, @unchecked Sendable {
    // Unchecked: the storage is written only inside `init`, owned by exactly one value, and read-only afterwards.
    private let storage: UnsafeMutableRawBufferPointer

    /// The number of bytes held.
    public let count: Int

    /// Makes a secret of at most `capacity` bytes, written in place by `fill`, which answers how many it wrote.
    ///
    /// - Parameters:
    ///   - capacity: Bytes of secure heap to take, 1 or more; rounded up by the heap to a power of two.
    ///   - fill: Writes into zeroed memory of `capacity` bytes and returns the count in use.
    /// - Throws: ``SecretError`` when the secure heap is full or could not be set up.
    public init(capacity: Int, fill: (UnsafeMutableRawBufferPointer) -> Int) throws(SecretError) {
        storage = try SecureHeap.allocate(Swift.max(capacity, 1))
        count = Swift.min(fill(storage), capacity)
    }

    /// Makes a secret with a copy of `bytes`; the original stays the caller's to wipe.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full or could not be set up.
    public init(copying bytes: UnsafeRawBufferPointer) throws(SecretError) {
        try self.init(capacity: bytes.count) { target in
            target.copyMemory(from: bytes)
            return bytes.count
        }
    }

    /// Makes a secret from the UTF-8 of a text that is no secret where it comes from (a test, a sample).
    ///
    /// - Throws: ``SecretError`` when the secure heap is full or could not be set up.
    public init(utf8 text: String) throws(SecretError) {
        let bytes = Array(text.utf8)
        try self.init(capacity: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
    }

    /// Whether there are no bytes.
    public var isEmpty: Bool { count == 0 }

    /// Lends the bytes for the length of `body`; they must not be kept or copied outside a room for secrets.
    public func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
    }

    /// Whether both hold the same bytes, in time that depends on their length only (CRYPTO_memcmp(3)).
    public func matches(_ other: borrowing Secret) -> Bool {
        guard count == other.count else { return false }
        return CRYPTO_memcmp(storage.baseAddress, other.storage.baseAddress, count) == 0
    }

    /// Whether `text` contains these bytes, in any ASCII case; an empty secret is contained in nothing.
    ///
    /// A server's message is told on only when this is false for every password that it may repeat.
    public func isContained(in text: String) -> Bool {
        withUnsafeBytes { bytes in
            let haystack = text.utf8.map(Self.lowercased)
            guard !bytes.isEmpty, haystack.count >= bytes.count else { return false }
            return (0...(haystack.count - bytes.count)).contains { start in
                bytes.indices.allSatisfy { Self.lowercased(bytes[$0]) == haystack[start + $0] }
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    }

    /// A second secret with the same bytes, for an owner that outlives this one.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public func duplicate() throws(SecretError) -> Secret {
        try Secret(copying: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    }

    deinit {
        SecureHeap.release(storage)
    }
}

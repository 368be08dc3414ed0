internal import COpenSSL
internal import Secrets

/// A text with PEM blocks (RFC 7468); what stands between the blocks is a comment.
struct PEMFile: ~Copyable {
    private let source: OpaquePointer

    /// Nil when there is no memory; `text` must outlive it.
    init?(_ text: UnsafeRawBufferPointer) {
        guard let source = BIO_new_mem_buf(text.baseAddress, Int32(text.count)) else { return nil }
        self.source = source
    }

    /// The next block, nil after the last.
    func next() throws(KeyProblem) -> PEMBlock? {
        var (name, header, size) = (UnsafeMutablePointer<CChar>?.none, UnsafeMutablePointer<CChar>?.none, 0)
        var bytes: UnsafeMutablePointer<UInt8>?
        let isRead = PEM_read_bio_ex(source, &name, &header, &bytes, &size, UInt32(PEM_FLAG_SECURE)) == 1
        defer { ERR_clear_error() }
        guard isRead, let bytes, let name, let header else {
            guard ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE else {
                throw .malformedPEM("it has a PEM block that is damaged")
            }
            return nil
        }
        defer { [name, header].forEach { writebackd_secure_clear_free(UnsafeMutableRawPointer($0), 1) } }
        return PEMBlock(
            name: String(cString: name), isPlain: header.pointee == 0,
            bytes: UnsafeMutableRawBufferPointer(start: bytes, count: Int(size)))
    }

    deinit {
        BIO_free(source)
    }
}

/// Reading public keys.
extension PEMFile {
    /// The keys in `text`, not judged yet.
    static func publicKeys(_ text: UnsafeRawBufferPointer) throws(KeyError) -> [JWK] {
        guard let file = PEMFile(text) else { throw KeyError(.libcrypto) }
        var keys: [JWK] = []
        do throws(KeyProblem) {
            while let block = try file.next() {
                guard keys.count < VerificationKeys.countLimit else {
                    throw .tooMany(limit: VerificationKeys.countLimit)
                }
                keys.append(try block.publicKey())
            }
        } catch {
            throw KeyError(position: keys.count + 1, error)
        }
        guard !keys.isEmpty else { throw KeyError(.notKeys) }
        return keys
    }
}

/// Reading private keys.
extension PEMFile {
    /// The one key in `text`, not judged yet.
    static func privateKey(_ text: UnsafeRawBufferPointer) throws(KeyProblem) -> JWK {
        guard let file = PEMFile(text) else { throw .libcrypto }
        guard let block = try file.next() else { throw .notKeys }
        let key = try block.privateKey()
        guard try file.next() == nil else { throw .tooMany(limit: 1) }
        return key
    }
}

internal import JSON

/// The keys of one caller, as an administrator gives them in a file.
public enum VerificationKeys {
    /// The most bytes of a file.
    public static let sizeLimit = 65_536
    /// The most keys in a file.
    public static let countLimit = 16

    /// Reads a JWK set, a single JWK (RFC 7517), or PEM blocks (RFC 7468) `PUBLIC KEY` and `CERTIFICATE`.
    ///
    /// Of a certificate only the key is taken: the administrator's file is what makes it trusted, so neither dates nor
    /// issuer are looked at. Every key must be good; none is passed over.
    ///
    /// - Throws: ``KeyError`` about the first key that is not good.
    public static func read(_ bytes: UnsafeRawBufferPointer) throws(KeyError) -> [VerificationKey] {
        guard bytes.count <= sizeLimit else { throw KeyError(.tooLarge(limit: sizeLimit)) }
        let keys = try publicKeys(bytes)
        guard !keys.isEmpty else { throw KeyError(.noKeys) }
        return try judge(keys)
    }

    /// Reads the UTF-8 of `text`, as ``read(_:)-(UnsafeRawBufferPointer)`` does.
    public static func read(_ text: String) throws(KeyError) -> [VerificationKey] {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(KeyError) in try read(UnsafeRawBufferPointer(bytes)) }
    }

    private static func publicKeys(_ bytes: UnsafeRawBufferPointer) throws(KeyError) -> [JWK] {
        let first = bytes.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
        guard first == UInt8(ascii: "{") else { return try PEMFile.publicKeys(bytes) }
        do throws(JSONError) {
            return try JWKSet.keys(bytes)
        } catch {
            let isTooLong = error == .malformed(JWKSet.tooMany)
            throw KeyError(isTooLong ? .tooMany(limit: countLimit) : KeyProblem(error))
        }
    }

    private static func judge(_ keys: [JWK]) throws(KeyError) -> [VerificationKey] {
        var judged: [VerificationKey] = []
        for (index, key) in keys.enumerated() {
            do throws(KeyProblem) {
                let key = try VerificationKey(key)
                guard !judged.contains(where: { $0.id == key.id }) else { throw .duplicateID }
                judged.append(key)
            } catch {
                throw KeyError(position: index + 1, id: key.id, error)
            }
        }
        return judged
    }
}

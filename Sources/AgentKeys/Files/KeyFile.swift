public import JOSE
internal import Secrets

/// The file that the agent's private keys live in: a JWK set (RFC 7517) that only its owner can read.
///
/// Its keys have `status`, `iat` and, when retired, `exp` beside the members of RFC 7517. The file is only ever replaced
/// as a whole, and never by new keys because it could not be read. Times are seconds since 1970-01-01T00:00:00Z.
public struct KeyFile: Sendable {
    /// Where it lies unless configured otherwise.
    public static let standardPath = "/var/lib/writebackd/keys.jwks"

    /// Its path.
    public let path: String
    /// Its keys, as they were read or made.
    public let keys: KeySet

    /// Reads the file.
    ///
    /// - Throws: ``AgentKeyError/missing(path:)`` when there is none; other cases when it cannot be trusted, cannot be
    ///   read, or is damaged.
    public static func read(_ path: String) throws(AgentKeyError) -> KeyFile {
        KeyFile(path: path, keys: try read(KeyFolder(of: path).read(), path))
    }

    /// Makes the file with two new keys, a current one and a next one; it belongs to this process, with mode 0600.
    ///
    /// - Throws: ``AgentKeyError/exists(path:)`` when there is one, whatever it holds; ``AgentKeyError/notDurable(path:code:)``
    ///   when it is made, but may be gone after a power failure; other cases of ``AgentKeyError`` when there is none.
    public static func make(_ path: String, curve: EllipticCurve, at now: Int) throws(AgentKeyError) -> KeyFile {
        let folder = try KeyFolder(of: path)
        try folder.lock()
        guard !folder.holdsFile() else { throw .exists(path: path) }
        return try write(in: folder, owner: nil) { () throws(SealFault) in try KeySet(generating: curve, at: now) }
    }

    /// Puts the next key in the place of the current one, which opens messages for `overlap` from then on, makes a new
    /// next key, and drops the retired keys whose end has come.
    ///
    /// Several at the same time follow each other. Owner and mode of the file are kept. The agent opens messages with the
    /// new next key once it has read the file again; callers who ask it for its keys do not know the key before.
    ///
    /// - Parameters:
    ///   - path: The file's.
    ///   - now: The time of the rotation.
    ///   - overlap: For how long what was sealed to the old key is opened, in whole seconds.
    ///   - curve: That of the new key; nil for that of the key before it.
    /// - Throws: ``AgentKeyError/notDurable(path:code:)`` when the keys are replaced, but a power failure may bring back the
    ///   old ones; other cases of ``AgentKeyError``, and the file is then as it was.
    public static func rotate(
        _ path: String, at now: Int, overlap: Duration, curve: EllipticCurve? = nil
    ) throws(AgentKeyError) -> KeyFile {
        let folder = try KeyFolder(of: path)
        try folder.lock()
        let content = try folder.read()
        let owner = content.owner
        let keys = try read(content, path)
        let ends = keys.retired.filter { $0.opens(at: now) }.compactMap(\.end)
        if ends.count >= KeySet.retiredLimit, let end = ends.min() { throw .tooManyRetired(path: path, end: end) }
        let end = now + Int(max(overlap, .zero).components.seconds)
        return try write(in: folder, owner: owner) { () throws(SealFault) in
            try keys.rotated(at: now, end: end, curve: curve)
        }
    }

    private static func read(_ content: borrowing KeyFileContent, _ path: String) throws(AgentKeyError) -> KeySet {
        do throws(KeySetFault) {
            return try KeySet(reading: content.text)
        } catch {
            throw AgentKeyError(error, in: path)
        }
    }

    private static func write(
        in folder: borrowing KeyFolder, owner: KeyFileOwner?, _ make: () throws(SealFault) -> KeySet
    ) throws(AgentKeyError) -> KeyFile {
        let (keys, text): (KeySet, SharedSecret)
        do throws(SealFault) {
            keys = try make()
            text = SharedSecret(try keys.text())
        } catch {
            throw AgentKeyError(error)
        }
        try text.withUnsafeBytes { (bytes) throws(AgentKeyError) in try folder.replace(with: bytes, owner: owner) }
        return KeyFile(path: folder.path, keys: keys)
    }
}

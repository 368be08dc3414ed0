public import JOSE
public import JSON
public import Secrets

/// The keys that the agent opens messages with, for as long as its settings last.
public final class KeyRing: Sendable {
    private let keys: KeySet

    /// The keys of the key file.
    public init(_ keys: KeySet) {
        self.keys = keys
    }

    /// Reads the text of a key file that comes from elsewhere, such as a systemd credential.
    ///
    /// - Parameters:
    ///   - text: A JWK set of private keys, as in the key file.
    ///   - source: Where it comes from, for the error: `credential agent-keys`.
    /// - Throws: ``AgentKeyError/damaged(source:_:)`` or ``AgentKeyError/secureMemory``.
    public convenience init(reading text: borrowing Secret, source: String) throws(AgentKeyError) {
        do throws(KeySetFault) {
            self.init(try KeySet(reading: text))
        } catch {
            throw AgentKeyError(error, in: source)
        }
    }

    /// The key that callers seal to.
    public var current: DecryptionKey { keys.current.pair }

    /// The key called `id`; nil for one that is not known, or that is retired and past its end.
    ///
    /// - Parameters:
    ///   - id: The `kid` of a sealed message.
    ///   - now: Seconds since 1970-01-01T00:00:00Z.
    public func key(_ id: String, at now: Int) -> DecryptionKey? {
        keys.all.first { $0.pair.id == id && $0.opens(at: now) }?.pair
    }

    /// The JWK set for callers: the current key and the next one, each with its `status`.
    public var publicSet: JSONValue {
        ["keys": .array([keys.current.publicJWK, keys.next.publicJWK])]
    }

    /// The keys by status and identifier, for the log.
    public var identifiers: [String] {
        keys.all.map { "\($0.status.rawValue) \($0.pair.id)" }
    }

    /// Seals a token to each key and opens it again.
    ///
    /// - Throws: ``AgentKeyError/selfTestFailed(id:)`` for the first key that does not do it.
    public func selfTest() throws(AgentKeyError) {
        for key in keys.all {
            let isGood = (try? Self.opensItsOwn(key.pair)) ?? false
            guard isGood else { throw .selfTestFailed(id: key.pair.id) }
        }
    }

    private static func opensItsOwn(_ key: DecryptionKey) throws -> Bool {
        let token = try Secret(utf8: "self-test")
        let text = try key.encryptionKey.seal(token, issuer: "self-test", audience: "self-test", requestID: key.id)
        return try SealedMessage(parsing: text).open(with: key).matches(token)
    }
}

public import JSON
public import Secrets

/// A key pair of the agent, to which callers seal passwords.
///
/// The private part lies in OpenSSL's secure heap, beside all other secrets, for as long as the value lives. X25519 is the
/// better choice: each use of a key on P-256 leaves traces of it in ordinary memory that libcrypto frees without wiping.
public final class DecryptionKey: Sendable {
    /// `kid`: how sealed messages name it.
    public let id: String
    let point: AgreementPoint
    let pair: KeyHandle

    init(id: String?, point: AgreementPoint, pair: KeyHandle) {
        self.id = id ?? point.thumbprint
        self.point = point
        self.pair = pair
    }

    /// Takes a private key as it was written.
    ///
    /// - Throws: ``SealFault/unusableKey`` when the private part is not that of the public one.
    public convenience init(_ key: PrivateJWK) throws(SealFault) {
        guard let pair = key.point.keyPair(key.scalar) else { throw .unusableKey }
        self.init(id: key.id, point: key.point, pair: pair)
    }

    /// Makes a new key on P-256 or X25519, named by its thumbprint (RFC 7638).
    ///
    /// - Throws: ``SealFault/unusableKey`` for a curve that is none for ECDH-ES, ``SealFault/cryptographyFailed`` or
    ///   ``SealFault/secureMemory``.
    public static func generate(_ curve: EllipticCurve) throws(SealFault) -> DecryptionKey {
        guard curve != .ed25519 else { throw .unusableKey }
        let pair = try KeyHandle.generate(curve)
        guard let point = pair.point(on: curve) else { throw .cryptographyFailed }
        return DecryptionKey(id: nil, point: point, pair: pair)
    }

    /// Where it lies.
    public var curve: EllipticCurve { point.curve }

    /// The callers' half.
    public var encryptionKey: EncryptionKey { EncryptionKey(id: id, point: point) }

    /// The secret agreed with the sender of `peer`.
    ///
    /// The agent's own key is no sender's: one who knows the secret of such a message knows the agent's key.
    func agree(with peer: AgreementPoint) throws(SealFault) -> Secret {
        guard peer.curve == curve, peer != point, let peer = peer.publicKey else { throw .cannotBeOpened }
        return try pair.agree(with: peer)
    }
}

extension DecryptionKey {
    /// The public part for callers: `kty`, `crv`, `x`, `y` (P-256), `kid`, `use` and `alg` (RFC 7517).
    public var publicJWK: JSONValue { .object(publicMembers) }

    /// The whole key as a private JWK in locked memory, with `members` after its own.
    ///
    /// - Throws: ``SealFault/secureMemory`` or ``SealFault/cryptographyFailed``.
    public func privateJWK(with members: [(name: String, value: JSONValue)] = []) throws(SealFault) -> Secret {
        let scalar = SharedSecret(try pair.scalar(on: curve))
        do throws(SecretError) {
            return try Secret(jwk: .object(publicMembers + members), privateMembers: [("d", scalar)])
        } catch {
            throw .secureMemory
        }
    }

    private var publicMembers: [(name: String, value: JSONValue)] {
        point.members + [("kid", .string(id)), ("use", "enc"), ("alg", .string(SealedHeader.algorithm))]
    }
}

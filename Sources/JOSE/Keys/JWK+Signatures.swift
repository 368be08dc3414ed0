internal import COpenSSL
internal import JSON
internal import Secrets

/// Judging a key that is to be used for signatures.
extension JWK {
    /// The one algorithm that keys of this type are used with; a contradicting `alg`, `use` or `key_ops` is refused.
    ///
    /// - Parameter operation: What the key is for: `verify` or `sign` (RFC 7517 section 4.3).
    func signatureAlgorithm(for operation: String) throws(KeyProblem) -> SignatureAlgorithm {
        let algorithm = try signatureAlgorithm()
        if let found = self.algorithm, found != algorithm.rawValue {
            throw .algorithm(found: Self.printable(found), expected: algorithm)
        }
        if let use, use != "sig" { throw .purpose("use is '\(Self.printable(use))'") }
        if let operations, !operations.contains(operation) { throw .purpose("key_ops do not have '\(operation)'") }
        return algorithm
    }

    private func signatureAlgorithm() throws(KeyProblem) -> SignatureAlgorithm {
        switch (keyType, curve) {
        case ("EC", EllipticCurve.p256.rawValue): return .es256
        case ("OKP", EllipticCurve.ed25519.rawValue): return .edDSA
        case ("RSA", _): return .ps256
        case (let type, let curve?): throw .unsupportedType("'\(Self.printable(type)) \(Self.printable(curve))'")
        case (let type, nil): throw .unsupportedType("'\(Self.printable(type))'")
        }
    }

    /// The public key for `algorithm`, which must be the one of its type.
    func publicKey(for algorithm: SignatureAlgorithm) throws(KeyProblem) -> KeyHandle {
        switch algorithm {
        case .ps256: return try RSAKey.publicKey(of: self)
        case .es256:
            let key = KeyHandle.p256(x: try coordinate(x, "x"), y: try coordinate(y, "y"))
            guard let key else { throw .point }
            return key
        case .edDSA:
            let x = try coordinate(x, "x")
            guard let point = EdwardsPoint(x), point.isCanonical, !point.isOfSmallOrder, point.isOnCurve,
                let key = KeyHandle.montgomeryOrEdwards(.ed25519, x: x)
            else { throw .point }
            return key
        }
    }

    /// The key pair for `algorithm`, which must be the one of its type.
    func keyPair(for algorithm: SignatureAlgorithm) throws(KeyProblem) -> KeyHandle {
        guard let privateKey else { throw .notPrivate }
        if algorithm == .ps256 { return try RSAKey.keyPair(of: self) }
        let x = try coordinate(x, "x")
        guard privateKey.withUnsafeBytes({ $0.count }) == x.count else { throw .inconsistent }
        let key =
            algorithm == .es256
            ? KeyHandle.p256(x: x, y: try coordinate(y, "y"), privateKey: privateKey)
            : KeyHandle.montgomeryOrEdwards(.ed25519, x: x, privateKey: privateKey)
        guard let key else { throw .inconsistent }
        return key
    }

    private func coordinate(_ bytes: [UInt8]?, _ name: String) throws(KeyProblem) -> [UInt8] {
        guard let bytes else { throw .malformed(.init(field: name, problem: .missing)) }
        guard bytes.count == 32 else { throw .point }
        return bytes
    }

    /// A value of the file for a message about it.
    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}

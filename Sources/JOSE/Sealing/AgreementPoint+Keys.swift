internal import COpenSSL
internal import Secrets

/// The keys of libcrypto that a point is the public part of.
extension AgreementPoint {
    /// The public key; nil when the point is not on its curve.
    var publicKey: KeyHandle? {
        guard let y else { return .montgomeryOrEdwards(curve, x: x) }
        return .p256(x: x, y: y)
    }

    /// The key pair; nil when `scalar` is not the private part of this point.
    func keyPair(_ scalar: SharedSecret) -> KeyHandle? {
        guard scalar.withUnsafeBytes({ $0.count }) == curve.size else { return nil }
        guard let y else {
            // OpenSSL 3.0 reads this private key into ordinary memory. A copy of it lies in the secure heap; the first one is
            // wiped when it ends, right here.
            let pair = KeyHandle.montgomeryOrEdwards(curve, x: x, privateKey: scalar)
            return pair.flatMap { KeyHandle(EVP_PKEY_dup($0.pointer)) }
        }
        return .p256(x: x, y: y, privateKey: scalar)
    }
}

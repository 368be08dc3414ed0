public import JSON
internal import Secrets

/// A private key for ECDH-ES as it was written (RFC 7517), before libcrypto has judged it.
///
/// It has `kty`, `crv`, `x`, `y` (P-256), `d`, `kid`, and may have `use` and `alg`, which must then be `enc` and
/// `ECDH-ES`.
public struct PrivateJWK: Sendable {
    let id: String
    let point: AgreementPoint
    let scalar: SharedSecret

    /// Reads the key that comes next.
    ///
    /// - Parameters:
    ///   - path: Its place, for errors; empty for a key that stands alone.
    ///   - other: Reads the value of a member that is no part of a key and answers true, or false for one unknown to it
    ///     too; it is told the member's name and its path.
    public init(
        reading reader: inout JSONReader, at path: String,
        other: (inout JSONReader, _ name: String, _ path: String) throws(JSONError) -> Bool = { (_, _, _) in false }
    ) throws(JSONError) {
        var members = PrivateJWKMembers()
        try reader.object(at: path) { (reader, name) throws(JSONError) in
            let member = path.isEmpty ? name : "\(path).\(name)"
            if try members.read(name, &reader, at: member) { return }
            guard try other(&reader, name, member) else {
                throw .malformed(.init(field: member, problem: .unknownMember))
            }
        }
        let prefix = path.isEmpty ? "" : "\(path)."
        guard let id = members.text["kid"] else { throw .malformed(.init(field: "\(prefix)kid", problem: .missing)) }
        guard let scalar = members.scalar else { throw .malformed(.init(field: "\(prefix)d", problem: .missing)) }
        guard let point = members.point else {
            throw .malformed(.init(field: path, problem: .notOneOf(["a key on P-256", "on X25519"])))
        }
        (self.id, self.scalar, self.point) = (id, scalar, point)
    }
}

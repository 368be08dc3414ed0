internal import JSON

/// The protected header of a sealed message (RFC 7516 section 4), as strictly as one is read here.
///
/// It has `alg`, `enc`, `kid`, `epk`, `iss`, `aud` and `jti`, and may have `apu` and `apv`. Everything else is refused:
/// what nobody needs can only make two readers differ (`zip`, `crit`, keys and addresses of keys, `typ`).
struct SealedHeader: Sendable {
    /// `alg`: the agreed key is the content's key.
    static let algorithm = "ECDH-ES"

    let keyID: String
    let issuer: String
    let audience: String
    let requestID: String
    let ephemeralPoint: AgreementPoint
    let derivation: ConcatKDF

    /// Reads the header's JSON text.
    init(reading text: UnsafeRawBufferPointer) throws(JSONError) {
        var reader = JSONReader(text)
        var members = SealedHeaderMembers()
        try reader.object(at: "") { (reader, name) throws(JSONError) in try members.read(name, &reader) }
        try reader.end()
        try Self.expect(members.text["alg"], "alg", Self.algorithm)
        try Self.expect(members.text["enc"], "enc", ContentEncryption.name)
        keyID = try Self.required(members.text["kid"], "kid")
        issuer = try Self.required(members.text["iss"], "iss")
        audience = try Self.required(members.text["aud"], "aud")
        requestID = try Self.required(members.text["jti"], "jti")
        ephemeralPoint = try Self.required(members.ephemeralPoint, "epk")
        derivation = ConcatKDF(partyU: members.partyU, partyV: members.partyV)
    }

    private static func required<Value>(_ value: Value?, _ name: String) throws(JSONError) -> Value {
        guard let value else { throw .malformed(.init(field: name, problem: .missing)) }
        return value
    }

    private static func expect(_ value: String?, _ name: String, _ only: String) throws(JSONError) {
        guard try required(value, name) == only else {
            throw .malformed(.init(field: name, problem: .notOneOf([only])))
        }
    }
}

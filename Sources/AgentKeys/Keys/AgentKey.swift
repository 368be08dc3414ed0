public import JOSE
public import JSON
internal import Secrets

/// One of the agent's keys, and where it stands in its life. Times are seconds since 1970-01-01T00:00:00Z.
public struct AgentKey: Sendable {
    /// The key pair.
    public let pair: DecryptionKey
    /// Where it stands.
    public let status: KeyStatus
    /// When it was made (`iat`).
    public let made: Int
    /// When a retired key stops opening messages (`exp`); nil for the others.
    public let end: Int?

    /// Makes a new key.
    static func generate(_ curve: EllipticCurve, _ status: KeyStatus, at now: Int) throws(SealFault) -> AgentKey {
        AgentKey(pair: try DecryptionKey.generate(curve), status: status, made: now, end: nil)
    }

    /// The same key at another place in its life.
    func becoming(_ status: KeyStatus, until end: Int? = nil) -> AgentKey {
        AgentKey(pair: pair, status: status, made: made, end: end)
    }

    /// Whether messages sealed to it are opened at `now`.
    public func opens(at now: Int) -> Bool {
        end.map { now < $0 } ?? true
    }

    /// The public JWK, with `status` beside the members of RFC 7517.
    public var publicJWK: JSONValue {
        guard case .object(let members) = pair.publicJWK else { return pair.publicJWK }
        return .object(members + [(KeyMember.status.rawValue, .string(status.rawValue))])
    }

    /// The whole key, as the key file has it.
    func privateJWK() throws(SealFault) -> Secret {
        let times = [(KeyMember.made, made), (.end, end)].compactMap { name, time in time.map { (name, $0) } }
        return try pair.privateJWK(
            with: [(KeyMember.status.rawValue, .string(status.rawValue))]
                + times.map { ($0.0.rawValue, .integer($0.1)) })
    }
}

internal import JSON

/// The claims of a signed request as they were read.
struct ClaimDraft {
    var issuer: String?
    var audience: String?
    var issuedAt: Timestamp?
    var expiresAt: Timestamp?
    var authenticatedAt: Timestamp?

    mutating func read(_ member: RequestMember, from reader: inout JSONReader) throws(JSONError) {
        switch member {
        case .issuer: issuer = try reader.party(at: member.rawValue)
        case .audience: audience = try reader.party(at: member.rawValue)
        case .issuedAt: issuedAt = try reader.time(at: member.rawValue)
        case .expiresAt: expiresAt = try reader.time(at: member.rawValue)
        case .authenticatedAt: authenticatedAt = try reader.time(at: member.rawValue)
        default: throw .malformed(.init(field: member.rawValue, problem: .unknownMember))
        }
    }
}

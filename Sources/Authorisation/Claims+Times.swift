internal import JSON
internal import Requests

/// Whether a signed request comes in time (RFC 7519 sections 4.1.4 and 4.1.6).
extension Claims {
    /// - Throws: The refusal that tells a clock that runs ahead, a lifetime that is too long and an end that has passed
    ///   apart.
    func checkTimes(at now: Timestamp) throws(Refusal) {
        let skew = AuthorisationLimits.skew
        guard issuedAt <= now + skew else { throw .tokenNotYetValid(until: issuedAt) }
        guard issuedAt < expiresAt, expiresAt <= issuedAt + AuthorisationLimits.lifetime else {
            throw .tokenLifetime(limit: .seconds(AuthorisationLimits.lifetime))
        }
        guard now < expiresAt + skew else { throw .tokenExpired(since: expiresAt) }
    }
}

extension Signatory {
    /// - Throws: ``Requests/Refusal/authenticationTooOld(limit:)``, or what is wrong with the claim `auth_time`.
    func checkAuthentication(_ claims: Claims, for operation: Operation, at now: Timestamp) throws(Refusal) {
        guard let time = claims.authenticatedAt else {
            // Whoever only asks what would be possible has not been verified yet.
            guard operation != .status, requiresAuthenticationTime else { return }
            throw .malformed(.init(field: RequestMember.authenticatedAt.rawValue, problem: .missing))
        }
        guard time <= now + AuthorisationLimits.skew else { throw .tokenNotYetValid(until: time) }
        let limit = Int(maximumAuthenticationAge.components.seconds)
        guard now <= time + (limit + AuthorisationLimits.skew) else {
            throw .authenticationTooOld(limit: maximumAuthenticationAge)
        }
    }
}

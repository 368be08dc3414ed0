/// The keys of `[callers.NAME]` that say which signed requests are its.
public struct SignatureSettings: Sendable, Equatable {
    /// What the claim `iss` of its requests is, exactly (RFC 7519 section 4.1.1); no other caller has the same.
    public let issuer: String
    /// The paths of 1 to 8 files of public keys, JWK sets, JWKs or PEM; all of the keys are valid.
    public let keyFiles: [String]
    /// How long before a request the user may have been verified, by the claim `auth_time`.
    public let maximumAuthenticationAge: Duration
    /// Whether a request must have that claim.
    public let requiresAuthenticationTime: Bool

    /// Reads the keys for a caller that is trusted like `trust`; nil where that is not known, when they are checked but
    /// not demanded.
    static func read(_ table: TableReader, for trust: CallerTrust?) -> SignatureSettings? {
        guard trust == .peer else { return SignatureSettings(table, isDemanded: trust == .signature) }
        table.reportMeaningless(
            ["issuer", "keys", "max_auth_age", "require_auth_time"], with: "trust = \"\(CallerTrust.peer.rawValue)\"")
        return nil
    }

    private init?(_ table: TableReader, isDemanded: Bool) {
        let issuer = isDemanded ? table.required("issuer", .issuer) : table.optional("issuer", .issuer)
        keyFiles = table.list("keys", .path, count: 1...8, default: isDemanded ? nil : [])
        maximumAuthenticationAge = table.duration(
            "max_auth_age", default: .seconds(15 * 60), in: .seconds(60)...(.seconds(24 * 3600)))
        requiresAuthenticationTime = table.flag("require_auth_time", default: true)
        guard let issuer else { return nil }
        self.issuer = issuer
    }
}

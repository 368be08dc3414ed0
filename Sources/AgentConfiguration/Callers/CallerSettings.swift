public import Requests

/// `[callers.NAME]`: somebody who may ask for work.
public struct CallerSettings: Sendable, Equatable {
    /// The NAME of its table.
    public let name: String
    /// What proves that a request is its.
    public let trust: CallerTrust
    /// Which signed requests are its; there exactly when ``trust`` is `signature`.
    public let signature: SignatureSettings?
    /// Users whose processes may speak for this caller, by name or number as in the file; see ``PeerNames``.
    public let users: [String]
    /// Groups whose processes may speak for this caller, by name or number as in the file.
    public let groups: [String]
    /// What it may ask for.
    public let operations: Set<Operation>

    init?(_ name: String, _ table: TableReader, _ claims: CallerClaims) {
        self.name = name
        let trust = table.required("trust", TextRule<CallerTrust>.choice)
        signature = SignatureSettings.read(table, for: trust)
        users = table.list("users", .peer, count: 0...64, default: [])
        groups = table.list("groups", .peer, count: 0...64, default: [])
        operations = Set(table.list("operations", .choice, count: 1...Self.all.count, default: Self.all))
        if users.isEmpty, groups.isEmpty, table.isSound("users", "groups") {
            table.report("needs at least one of users and groups, or nobody is this caller")
        }
        claims.claim(users, at: "users", of: table, trust: trust)
        claims.claim(groups, at: "groups", of: table, trust: trust)
        if let signature { claims.claim(issuer: signature.issuer, of: table) }
        guard let trust, trust == .peer || signature != nil else { return nil }
        self.trust = trust
    }

    private static let all = Operation.allCases
}

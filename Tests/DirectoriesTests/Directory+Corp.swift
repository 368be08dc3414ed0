import Directories
import LDAPClient

extension Directory {
    /// A test's directory `corp`, with two connections.
    ///
    /// - Parameters:
    ///   - servers: Its servers, in order of preference.
    ///   - credentials: Who the agent is.
    ///   - base: Where the accounts lie.
    ///   - kind: The ways of it; nil for what it says it is.
    ///   - attributes: What a sign-in name is compared with.
    ///   - defaultPolicy: The policy of those that name none.
    ///   - bindsToVerify: Whether a write is proved by signing in as well.
    ///   - isPasswordSyncManager: Whether FreeIPA takes the agent for one.
    ///   - operationTimeout: How long an operation may take.
    ///   - identity: Where the agent keeps passwords of its own making.
    static func corp(
        at servers: [ConnectionSettings], as credentials: Credentials, below base: String, _ kind: DirectoryKind?,
        attributes: [String]? = nil, defaultPolicy: String? = nil, bindsToVerify: Bool = false,
        isPasswordSyncManager: Bool = false, operationTimeout: Duration = .seconds(20), identity: BindIdentity? = nil
    ) throws -> Directory {
        let pool = try ConnectionPool(
            source: .fixed(servers), credentials: credentials, otherwise: try identity?.credentials().otherwise,
            size: 2, maximumWaiting: 10)
        let settings = DirectorySettings(
            name: "corp", kind: kind, base: try DistinguishedName(base), accountAttributes: attributes,
            accountClass: nil, defaultPolicy: try defaultPolicy.map { try DistinguishedName($0) },
            verifiesByBind: bindsToVerify, operationTimeout: operationTimeout, settlingTime: .milliseconds(200),
            isPasswordSyncManager: isPasswordSyncManager)
        return Directory(settings: settings, pool: pool, identity: identity)
    }
}

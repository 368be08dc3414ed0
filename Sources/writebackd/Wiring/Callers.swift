import AgentConfiguration
import Authorisation

/// The callers as this machine knows them: whose processes they are, and which keys they sign with.
struct Callers {
    let all: [Caller]

    /// Looks up the users and groups, and reads the key files, of all callers.
    init(_ settings: [CallerSettings]) throws(ConfigurationError) {
        let peers = try PeerNames.resolve(settings)
        let keys = try CallerKeys.read(settings)
        all = settings.indices.map { Caller(settings[$0], peers[$0], keys[$0]) }
    }
}

extension Caller {
    fileprivate init(_ settings: CallerSettings, _ peers: PeerNames, _ keys: CallerKeys) {
        self.init(
            name: settings.name, users: peers.userIDs, groups: peers.groupIDs, operations: settings.operations,
            proof: settings.signature.map { .signature(Signatory($0, keys)) } ?? .peer)
    }
}

extension Signatory {
    fileprivate init(_ settings: SignatureSettings, _ keys: CallerKeys) {
        self.init(
            issuer: settings.issuer, keys: keys.keys, maximumAuthenticationAge: settings.maximumAuthenticationAge,
            requiresAuthenticationTime: settings.requiresAuthenticationTime)
    }
}

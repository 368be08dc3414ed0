public import Requests

/// Somebody who may ask for work, as the configuration names them.
public struct Caller: Sendable {
    /// The configured name, which every journal entry about its requests carries.
    public let name: String
    /// Users whose processes are this caller, or speak for it.
    public let users: Set<UInt32>
    /// Effective groups whose processes are this caller, or speak for it.
    public let groups: Set<UInt32>
    /// What it may ask for.
    public let operations: Set<Operation>
    /// What proves that a request is its.
    public let proof: CallerProof

    /// A caller by its peers, its proof and its rights.
    public init(
        name: String, users: Set<UInt32>, groups: Set<UInt32>, operations: Set<Operation>, proof: CallerProof
    ) {
        self.name = name
        self.users = users
        self.groups = groups
        self.operations = operations
        self.proof = proof
    }

    /// The issuer of its requests' identities (``Requests/RequestIdentity``).
    public var issuer: String {
        switch proof {
        case .peer: "peer:\(name)"
        case .signature(let signatory): signatory.issuer
        }
    }

    /// How it signs; nil for one that is known by its credentials.
    var signature: Signatory? {
        if case .signature(let signatory) = proof { signatory } else { nil }
    }

    func isPeer(_ peer: Peer) -> Bool {
        users.contains(peer.uid) || groups.contains(peer.gid)
    }
}

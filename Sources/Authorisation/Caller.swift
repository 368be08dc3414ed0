public import Requests

/// Somebody who may ask for work, as the configuration names them.
public struct Caller: Sendable, Equatable {
    /// The configured name, which every journal entry about its requests carries.
    public let name: String
    /// Users whose processes are this caller.
    public let users: Set<UInt32>
    /// Effective groups whose processes are this caller.
    public let groups: Set<UInt32>
    /// What it may ask for.
    public let operations: Set<Operation>

    /// A caller by its peers and its rights.
    public init(name: String, users: Set<UInt32>, groups: Set<UInt32>, operations: Set<Operation>) {
        self.name = name
        self.users = users
        self.groups = groups
        self.operations = operations
    }

    func isPeer(_ peer: Peer) -> Bool {
        users.contains(peer.uid) || groups.contains(peer.gid)
    }
}

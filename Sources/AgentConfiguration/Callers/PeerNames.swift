/// A caller's peers by the numbers that the kernel knows them by.
public struct PeerNames: Sendable, Equatable {
    /// The NAME of the caller.
    public let caller: String
    /// Its users.
    public let userIDs: Set<UInt32>
    /// Its groups.
    public let groupIDs: Set<UInt32>

    /// Looks up the users and groups of all callers on this machine.
    ///
    /// - Returns: The peers of each caller, in the order given.
    /// - Throws: ``ConfigurationError`` with every name that does not exist and every peer who would be two callers,
    ///   at least one of them trusted as a peer: by a name here and a number there, or as a user here and by the user's
    ///   primary group there. A process can hold other groups still, so a peer that matches two such callers can occur
    ///   and must be decided when it connects.
    public static func resolve(_ callers: [CallerSettings]) throws(ConfigurationError) -> [PeerNames] {
        var lookup = PeerLookup()
        let peers = callers.map { lookup.peers(of: $0) }
        lookup.checkOverlaps()
        guard lookup.findings.isEmpty else { throw ConfigurationError(lookup.findings) }
        return peers
    }
}

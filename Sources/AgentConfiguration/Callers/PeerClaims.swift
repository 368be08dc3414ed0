/// Who has named which peer so far, so that no peer is two callers.
final class PeerClaims {
    /// The caller's path by `users` or `groups` and the peer's name.
    private var owners: [String: [String: String]] = [:]

    /// Records `peers` as those of the caller in `table`, and a finding for each that another caller has named.
    func claim(_ peers: [String], at key: String, of table: TableReader) {
        for peer in peers {
            if let owner = owners[key]?[peer] {
                table.report(key, "names \"\(peer)\", who is \(owner) already; a peer must be exactly one caller")
            } else {
                owners[key, default: [:]][peer] = table.path
            }
        }
    }
}

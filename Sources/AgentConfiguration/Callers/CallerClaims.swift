/// Who has named which peer and which issuer so far, so that no request is two callers'.
final class CallerClaims {
    private struct Owner {
        /// The path of the caller's table.
        let path: String
        let trust: CallerTrust?
    }

    /// The callers by `users` or `groups` and the peer's name.
    private var owners: [String: [String: [Owner]]] = [:]
    /// The path of the caller's table by the issuer.
    private var issuers: [String: String] = [:]

    /// Records `peers` as those of the caller in `table`, and a finding for each that another caller has named, unless
    /// the two may share it.
    func claim(_ peers: [String], at key: String, of table: TableReader, trust: CallerTrust?) {
        for peer in peers {
            let known = owners[key]?[peer] ?? []
            if let owner = known.first(where: { !CallerTrust.mayShareProcess($0.trust, trust) }) {
                table.report(key, "names \"\(peer)\", who is \(owner.path) already; a peer must be exactly one caller")
            }
            owners[key, default: [:]][peer] = known + [Owner(path: table.path, trust: trust)]
        }
    }

    /// Records `issuer` as that of the caller in `table`, or a finding when another caller has named it.
    func claim(issuer: String, of table: TableReader) {
        if let owner = issuers[issuer] {
            table.report("issuer", "is that of \(owner) already; an issuer must be exactly one caller")
        } else {
            issuers[issuer] = table.path
        }
    }
}

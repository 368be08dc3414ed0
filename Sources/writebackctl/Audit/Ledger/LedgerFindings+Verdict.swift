internal import Ledger

extension LedgerFindings {
    /// Puts together what a walk through the ledger found.
    init(path: String, rows: LedgerRows, verdict: ChainVerdict, knownHead: KnownHead?) {
        self.path = path
        records = rows.count
        first = rows.first
        head = rows.last.flatMap { last in rows.hash(of: last).map { KnownHead(sequence: last, hash: $0) } }
        let end = rows.last ?? 0
        self.knownHead = knownHead.map {
            HeadCheck(head: $0, standing: $0.standing(against: rows.hash(of: $0.sequence), end: end))
        }
        switch verdict {
        case .intact(let extent):
            fault = nil
            shipped = UInt64(exactly: extent.shipped)
        case .broken(let found):
            fault = LedgerFault(sequence: found.sequence, reason: found.description)
            shipped = nil
        }
    }
}

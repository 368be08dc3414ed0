internal import GRDB

/// Removes records that are old enough, from the first one on and without a gap.
struct Pruning {
    /// Records removed in one transaction at most, so that nobody waits long for the next.
    static let chunk = 1000

    let database: Database

    /// - Returns: The last record that was removed, or nil when there was none.
    func remove(before limit: Int, upTo shipped: Int) throws -> ChainLink? {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence, time, hash FROM records WHERE sequence <= ? ORDER BY sequence LIMIT \(Self.chunk)")
        var last: ChainLink?
        for row in try Row.fetchAll(statement, arguments: [shipped]) {
            guard let time: Int = row.value(1), time < limit, let sequence: Int = row.value(0), let hash = row.bytes(2)
            else { break }
            last = ChainLink(sequence: sequence, hash: hash)
        }
        guard let last else { return nil }
        try remove(upTo: last)
        return last
    }

    private func remove(upTo last: ChainLink) throws {
        // A request that came again since has a later record, and stays; so does one without a known end.
        try execute(
            """
            DELETE FROM requests WHERE (issuer, id) IN (SELECT issuer, id FROM answers WHERE record <= ?1)
            AND record <= ?1 AND state IN (\(RequestState.settled))
            """, last.sequence)
        try execute("DELETE FROM answers WHERE record <= ?", last.sequence)
        try execute("DELETE FROM records WHERE sequence <= ?", last.sequence)
        try Meta.setBase(last, database)
    }

    private func execute(_ sql: String, _ sequence: Int) throws {
        try database.cachedStatement(sql: sql).execute(arguments: [sequence])
    }
}

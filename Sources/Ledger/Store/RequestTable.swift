internal import GRDB
internal import Requests

/// Changes what the ledger knows of requests, within the transaction that makes the record.
struct RequestTable {
    let database: Database
    /// Marks keyed fingerprints with this life of the agent.
    let run: [UInt8]

    /// Carries out `change` for the record `sequence`.
    func apply(_ change: RowChange, record sequence: Int) throws {
        switch change {
        case .began(let write, let fingerprint):
            try note(write.identity, fingerprint, .open, sequence)
            try UnsettledTable(database: database).insert(write, intent: sequence)
        case .ended(let identity, let fingerprint, let state, let reply):
            try note(identity, fingerprint, state, sequence)
            try UnsettledTable(database: database).delete(identity)
            try keep(reply, identity, sequence)
        case .uncertain(let identity, let cause):
            try note(identity, nil, .unknown, sequence)
            try UnsettledTable(database: database).update(identity, cause)
        }
    }

    private func note(
        _ identity: RequestIdentity, _ fingerprint: RequestFingerprint?, _ state: RequestState, _ record: Int
    ) throws {
        guard let fingerprint else {
            let statement = try database.cachedStatement(
                sql: "UPDATE requests SET state = ?, record = ? WHERE issuer = ? AND id = ?")
            return try statement.execute(arguments: [state.rawValue, record, identity.issuer, identity.id])
        }
        let (kind, passwords) = fingerprint.passwords.columns
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO requests (issuer, id, state, record, details, password_kind, passwords, run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            identity.issuer, identity.id, state.rawValue, record, fingerprint.details.column, kind, passwords.column,
            fingerprint.passwords.isKeyed ? run.column : nil,
        ])
    }

    private func keep(_ reply: Reply, _ identity: RequestIdentity, _ record: Int) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO answers (record, issuer, id, status, content_type, retry_after, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            record, identity.issuer, identity.id, reply.status, reply.contentType, reply.retryAfter, reply.body,
        ])
    }
}

internal import GRDB
internal import Requests

/// Looks things up in the ledger, beside the one who writes.
struct LedgerReader: Sendable {
    private static let requestColumns = 9

    private let path: String
    let queue: DatabaseQueue

    init(path: String) throws(LedgerError) {
        self.path = path
        queue = try LedgerFile.reader(of: path)
    }

    /// What is known of a request, or nil.
    func request(_ identity: RequestIdentity) throws(LedgerError) -> KnownRequest? {
        let row = try read { database in
            let statement = try database.cachedStatement(sql: Self.requestQuery)
            return try Row.fetchOne(statement, arguments: [identity.issuer, identity.id])
        }
        guard let row else { return nil }
        guard let known = KnownRequest(row, unsettledFrom: Self.requestColumns) else {
            throw .damaged(path: path, reason: "what is known of the request '\(identity.id)' cannot be read")
        }
        return known
    }

    private static let requestQuery = """
        SELECT requests.state, requests.details, password_kind, passwords, run,
            answers.status, content_type, retry_after, answers.body, \(unsettledColumns)
        FROM requests LEFT JOIN answers ON answers.record = requests.record
        LEFT JOIN unsettled ON unsettled.issuer = requests.issuer AND unsettled.id = requests.id
        WHERE requests.issuer = ? AND requests.id = ?
        """

    private static let unsettledColumns = UnsettledTable.columns.split { ", \n".contains($0) }
        .map { "unsettled.\($0)" }.joined(separator: ", ")

    /// The writes without a known end, oldest first.
    func unsettled() throws(LedgerError) -> [UnsettledWrite] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT \(UnsettledTable.columns) FROM unsettled ORDER BY intent")
                .compactMap { UnsettledWrite($0, from: 0) }
        }
    }

    /// Up to `count` records after `sequence`, in order, with the hash of the one before each.
    func records(after sequence: Int, count: Int) throws(LedgerError) -> [ChainedRecord] {
        try read { database in
            guard var previous = try previousHash(of: sequence, database) else { return [] }
            let statement = try database.cachedStatement(
                sql: "SELECT sequence, hash, body FROM records WHERE sequence > ? ORDER BY sequence LIMIT ?")
            return try Row.fetchAll(statement, arguments: [sequence, count]).compactMap { row in
                guard let number: Int = row.value(0), let hash = row.bytes(1), let body = row.bytes(2) else {
                    return nil
                }
                defer { previous = hash }
                return ChainedRecord(link: ChainLink(sequence: number, hash: hash), previousHash: previous, body: body)
            }
        }
    }

    private func previousHash(of sequence: Int, _ database: Database) throws -> [UInt8]? {
        let statement = try database.cachedStatement(sql: "SELECT hash FROM records WHERE sequence = ?")
        if let row = try Row.fetchOne(statement, arguments: [sequence]) { return row.bytes(0) }
        return try Meta.base(database)?.hash
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try queue.unsafeRead(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}

extension KnownRequest {
    fileprivate init?(_ row: Row, unsettledFrom start: Int) {
        guard let state = row.value(0).flatMap(RequestState.init(rawValue:)), let details = row.bytes(1),
            let kind: Int = row.value(2), let bytes = row.bytes(3),
            let passwords = PasswordFingerprint(kind: kind, bytes: bytes)
        else { return nil }
        self.state = state
        fingerprint = RequestFingerprint(details: details, passwords: passwords)
        run = row.bytes(4) ?? []
        let isOpen = state.outcome == .unknown
        write = isOpen ? UnsettledWrite(row, from: start) : nil
        answer = isOpen ? nil : Reply(row, from: 5)
        guard (write != nil) == isOpen, (answer == nil) == isOpen else { return nil }
    }
}

extension Reply {
    fileprivate init?(_ row: Row, from start: Int) {
        guard let status: Int = row.value(start), let contentType: String = row.value(start + 1),
            let body: String = row.value(start + 3)
        else { return nil }
        self.init(status: status, contentType: contentType, text: body, retryAfter: row.value(start + 2))
    }
}

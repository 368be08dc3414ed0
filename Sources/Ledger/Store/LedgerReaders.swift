/// The connections that look things up, so that nobody who answers a request waits for one who reads much.
struct LedgerReaders: Sendable {
    /// For requests: a row at a time.
    let requests: LedgerReader
    /// For those who tell the journal and who look for the ends of writes: many rows at a time.
    let upkeep: LedgerReader

    init(path: String) throws(LedgerError) {
        requests = try LedgerReader(path: path)
        upkeep = try LedgerReader(path: path)
    }
}

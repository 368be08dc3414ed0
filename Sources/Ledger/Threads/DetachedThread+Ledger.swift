internal import Threads

extension DetachedThread {
    /// As ``start(_:)``, for the ledger whose file is at `path`.
    ///
    /// - Throws: ``LedgerError/inaccessible(path:reason:)`` when the system has no more threads to give.
    static func start(for path: String, _ body: @escaping @Sendable () -> Void) throws(LedgerError) {
        do throws(ThreadError) {
            try start(body)
        } catch {
            throw .inaccessible(path: path, reason: error.description)
        }
    }
}

internal import Glibc

/// Room on the ledger's file system.
enum FreeSpace {
    /// Bytes that must be left before a write may begin, so that its end can be recorded whatever else fills the disk.
    static let reserve = 16 << 20

    /// - Throws: ``LedgerError/full(path:bytes:)``.
    static func check(_ path: String) throws(LedgerError) {
        var status = statvfs()
        // Where the system does not say, the write itself will.
        guard statvfs(path, &status) == 0 else { return }
        guard Int(status.f_bavail) * Int(status.f_frsize) >= reserve else { throw .full(path: path, bytes: reserve) }
    }
}

internal import Glibc

/// Where a datagram socket in the file system is found (unix(7)).
struct JournalSocketAddress: Sendable {
    private let address: sockaddr_un

    /// - Throws: ``JournalError/invalidPath(_:)``.
    init(_ path: String) throws(JournalError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        // One byte stays zero, for the end of the string.
        guard !path.isEmpty, path.utf8.count < capacity, !path.utf8.contains(0) else { throw .invalidPath(path) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        self.address = address
    }

    /// Lends the address in the shape that the kernel takes, with its size.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

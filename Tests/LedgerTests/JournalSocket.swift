import Foundation
import TestSupport

/// A datagram socket where journald would have its own, with somebody who reads it.
///
/// What a real journald makes of the entries is tested elsewhere; this one can be away and come back at will.
final class JournalSocket: Sendable {
    private let descriptor: Int32
    private let path: String

    /// A path in the temporary folder that nobody listens on yet.
    static func freePath() -> String {
        "/tmp/writebackd-journal-\(UInt64.random(in: 0 ... .max))"
    }

    init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw TestFailure("bind \(path): \(String(cString: strerror(errno)))") }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// The next entry, if one comes within `patience` milliseconds.
    func next(patience: Int32 = 60_000) -> Datagram? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, patience) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : Datagram(bytes: Array(buffer[..<count]))
    }

    /// All entries that have been sent.
    func all() -> [Datagram] {
        var entries: [Datagram] = []
        while let entry = next(patience: 0) { entries.append(entry) }
        return entries
    }

    /// Reads one entry after the other while `send` runs on a thread of its own, up to the last of them.
    func all(while send: @escaping @Sendable () -> Void) -> [Datagram] {
        Thread.detachNewThread(send)
        var entries: [Datagram] = []
        while let entry = next(patience: 3000) { entries.append(entry) }
        return entries
    }
}

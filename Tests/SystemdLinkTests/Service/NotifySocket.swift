import Foundation
import Glibc

/// The socket on which systemd would listen for notifications, for one process; its address goes into the environment.
struct NotifySocket: ~Copyable {
    private let descriptor: Int32

    init() {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // The abstract name space (unix(7)) leaves no file behind; systemd writes its leading zero byte as `@`.
        let name = "notify-test-\(getpid())"
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            UnsafeMutableRawBufferPointer(rebasing: path[1...]).copyBytes(from: name.utf8)
        }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = bind(descriptor, $0, size) }
        }
        setenv("NOTIFY_SOCKET", "@" + name, 1)
    }

    /// The assignments of the next notification, which must already have been sent.
    func receive() -> [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    deinit {
        close(descriptor)
    }
}

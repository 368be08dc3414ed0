import Foundation
import Glibc

/// Puts sockets where systemd would, for one process: from descriptor 3 on, described in the environment.
///
/// The process loses what was there, so it must report by its exit status.
enum InheritedSocket {
    /// Takes the low descriptors of this process that are free, for good, so that no pipe of the test library to a
    /// process of its own gets one of those that the sockets will have there.
    static func keepFree() {
        while case let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC), descriptor >= 0 {
            guard descriptor < 16 else {
                close(descriptor)
                return
            }
        }
    }

    static func pass(_ descriptors: [Int32], names: String) {
        // First out of the way of each other, then into place.
        let aside = descriptors.map { fcntl($0, F_DUPFD, 100) }
        for (index, descriptor) in aside.enumerated() {
            dup2(descriptor, 3 + Int32(index))
            close(descriptor)
        }
        setenv("LISTEN_PID", "\(getpid())", 1)
        setenv("LISTEN_FDS", "\(descriptors.count)", 1)
        setenv("LISTEN_FDNAMES", names, 1)
    }

    /// A Unix stream socket, which listens on an abstract address unless told otherwise.
    static func stream(listening: Bool = true) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafePointer(to: address) {
            // Only the family: the kernel chooses an abstract name (unix(7), autobind).
            let size = socklen_t(MemoryLayout<sa_family_t>.size)
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = bind(descriptor, $0, size) }
        }
        if listening { listen(descriptor, 1) }
        return descriptor
    }

    static func isOpen(_ descriptor: Int32) -> Bool {
        // Once it is closed, the test's own machinery may get its number for something else.
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}

import Foundation
import SystemdLink
import Testing

/// Sockets that systemd passes. Each test has a process of its own and ends it with the number of the step that failed.
struct ListeningSocketsTests {
    init() { InheritedSocket.keepFree() }

    @Test func `a socket is found by its name and closes on exec`() async {
        await #expect(processExitsWith: .success) {
            InheritedSocket.pass([InheritedSocket.stream(), InheritedSocket.stream()], names: "api:admin")
            var sockets = try ListeningSockets.inherit()
            if sockets.names != ["api", "admin"] { exit(1) }
            if try sockets.take("admin") != 4 { exit(2) }
            if fcntl(4, F_GETFD) & FD_CLOEXEC == 0 { exit(3) }
            if try sockets.take("admin") != nil { exit(4) }
            if try sockets.take("other") != nil { exit(5) }
            if sockets.names != ["api"] { exit(6) }
            if getenv("LISTEN_FDS") != nil || getenv("LISTEN_FDNAMES") != nil { exit(7) }
            exit(0)
        }
    }

    @Test func `what nobody takes is closed, what was taken stays open`() async {
        await #expect(processExitsWith: .success) {
            InheritedSocket.pass([InheritedSocket.stream(), InheritedSocket.stream()], names: "api:admin")
            do {
                var sockets = try ListeningSockets.inherit()
                if try sockets.take("api") != 3 { exit(1) }
            }
            exit(InheritedSocket.isOpen(3) && !InheritedSocket.isOpen(4) ? 0 : 2)
        }
    }

    @Test func `a socket that does not listen, or is of another kind, is refused by its name`() async {
        await #expect(processExitsWith: .success) {
            let datagram = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            let internet = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            listen(internet, 1)
            let connected = InheritedSocket.stream(listening: false)
            InheritedSocket.pass([datagram, internet, connected], names: "datagram:internet:connected")
            var sockets = try ListeningSockets.inherit()
            for name in sockets.names {
                do throws(ListeningSocketsError) {
                    _ = try sockets.take(name)
                    exit(1)
                } catch {
                    if error != .notListening(name: name) { exit(2) }
                }
            }
            exit(InheritedSocket.isOpen(3) || InheritedSocket.isOpen(4) || InheritedSocket.isOpen(5) ? 3 : 0)
        }
    }

    @Test func `sockets meant for another process are left alone`() async {
        await #expect(processExitsWith: .success) {
            InheritedSocket.pass([InheritedSocket.stream()], names: "api")
            setenv("LISTEN_PID", "1", 1)
            exit(try ListeningSockets.inherit().names.isEmpty ? 0 : 1)
        }
    }

    @Test func `a malformed environment is told`() async {
        await #expect(processExitsWith: .success) {
            setenv("LISTEN_PID", "\(getpid())", 1)
            setenv("LISTEN_FDS", "many", 1)
            do throws(ListeningSocketsError) {
                _ = try ListeningSockets.inherit().names
                exit(1)
            } catch {
                exit(error == .malformedEnvironment(code: EINVAL) ? 0 : 2)
            }
        }
    }
}

import Glibc
import LDAPClient
import TestSupport
import Testing

@Suite("Idle connections")
struct KeepAliveTests {
    @Test("the kernel probes an idle connection after 30 seconds, and gives it up half a minute later")
    func probes() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess())])
        let settings = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        let connection = try await LDAPConnection.open(
            settings, credentials: .anonymous, deadline: .now + .seconds(10))
        let socket = try #require((0..<4096).first { peerPort($0) == peer.port })
        #expect(option(socket, SOL_SOCKET, SO_KEEPALIVE) == 1)
        #expect(option(socket, Int32(IPPROTO_TCP), TCP_KEEPIDLE) == 30)
        #expect(option(socket, Int32(IPPROTO_TCP), TCP_KEEPINTVL) == 10)
        #expect(option(socket, Int32(IPPROTO_TCP), TCP_KEEPCNT) == 3)
        #expect(option(socket, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT) == 0)
        withExtendedLifetime((peer, connection)) {}
    }

    private func option(_ socket: Int32, _ level: Int32, _ name: Int32) -> Int32 {
        var value: Int32 = -1
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(socket, level, name, &value, &size) == 0 ? value : -1
    }

    private func peerPort(_ socket: Int32) -> UInt16? {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(socket, $0, &size) }
        }
        return result == 0 && address.sin_family == AF_INET ? UInt16(bigEndian: address.sin_port) : nil
    }
}

import Glibc
import LDAPClient
import TestSupport
import Testing

@Suite("What was sent before a cut")
struct CutTests {
    /// Far more than the peer's window holds, and less than libldap or the kernel refuse.
    private static let value = String(repeating: "x", count: 8 << 20)

    @Test("a peer that did not read in time sees a reset, and never the rest of the request")
    func deadline() async throws {
        let (peer, connection, socket) = try await bound()
        let late = await error { try await modify(connection, within: .milliseconds(300)) }
        #expect(late == .deadlineExceeded(sent: true))
        expectReset(try await peer.readToEnd(socket))
        // Still referred to: the reset does not wait for whoever looks what became of the request.
        #expect(!connection.isUsable)
    }

    @Test("a request that is cancelled is not sent on either")
    func cancellation() async throws {
        let (peer, connection, socket) = try await bound()
        let task = Task { await error { try await modify(connection, within: .seconds(3600)) } }
        var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while poll(&watched, 1, 0) == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled(sent: true))
        expectReset(try await peer.readToEnd(socket))
        #expect(!connection.isUsable)
    }

    @Test("a connection that is closed in order ends with an unbind and no reset")
    func orderly() async throws {
        let (peer, connection, socket) = try await bound()
        await connection.close()
        let end = try await peer.readToEnd(socket)
        #expect(end.code == 0)
        #expect(end.count > 0)
    }

    private func expectReset(_ end: UnreadPeer.End) {
        #expect(end.code == ECONNRESET)
        #expect(end.count < 1 << 20)
    }

    private func bound() async throws -> (UnreadPeer, LDAPConnection, Int32) {
        let peer = try UnreadPeer()
        let settings = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        async let opening = LDAPConnection.open(settings, credentials: .anonymous, deadline: .now + .seconds(10))
        let socket = try await peer.takeBind()
        return (peer, try await opening, socket)
    }

    private func modify(_ connection: LDAPConnection, within time: Duration) async throws {
        _ = try await connection.modify(
            DistinguishedName("cn=a"), [.replace("description", .text(Self.value))], deadline: .now + time)
    }

    private func error(_ body: () async throws -> Void) async -> LDAPError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? LDAPError
        }
    }
}

import Glibc
import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("Peers that stall, break or talk nonsense", .serialized)
struct DeadlineTests {
    @Test("a full queue of connections costs no more than the connect timeout")
    func fullBacklog() async throws {
        let (listener, port) = try Loopback.listen(backlog: 0)
        var fillers: [Int32] = []
        for _ in 0..<8 { fillers.append(Loopback.beginConnecting(port: port)) }
        defer { (fillers + [listener]).forEach { close($0) } }
        var settings = try plain(port)
        settings.connectTimeout = .milliseconds(200)
        let late = await error { _ = try await open(settings, within: .seconds(30)) }
        guard case .unreachable = late else { throw TestFailure("\(String(describing: late))") }
        settings.connectTimeout = .seconds(30)
        let error = await error { _ = try await open(settings, within: .milliseconds(200)) }
        #expect(error == .deadlineExceeded(sent: false))
    }

    @Test("a peer that is silent during the TLS handshake is left at the deadline, with ldaps and StartTLS")
    func tlsStall() async throws {
        let silent = try HostilePeer([.read])
        let granting = try HostilePeer([.read, .write(LDAPMessages.extendedSuccess())])
        let mute = try HostilePeer([])
        for (url, startTLS) in [
            ("ldaps://127.0.0.1:\(silent.port)", false), ("ldap://127.0.0.1:\(granting.port)", true),
            ("ldap://127.0.0.1:\(mute.port)", true),
        ] {
            let settings = ConnectionSettings(address: try ServerAddress(url), startTLS: startTLS)
            let error = await error { _ = try await open(settings, within: .milliseconds(200)) }
            #expect(error == .deadlineExceeded(sent: false))
        }
        withExtendedLifetime((silent, granting, mute)) {}
    }

    @Test("silence after a request was sent is a passed deadline with sent: true, and ends the connection")
    func requestStall() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess()), .read])
        let connection = try await open(plain(peer.port))
        #expect(
            await error { _ = try await modify(connection, within: .milliseconds(200)) }
                == .deadlineExceeded(sent: true))
        #expect(!connection.isUsable)
        #expect(await error { _ = try await modify(connection) } == .connectionLost(sent: false))
        withExtendedLifetime(peer) {}
    }

    @Test("a deadline that has passed already sends nothing and leaves the connection usable")
    func passedDeadline() async throws {
        let peer = try HostilePeer([
            .read, .write(LDAPMessages.bindSuccess()), .read, .write(LDAPMessages.modifySuccess(id: 2)),
        ])
        let connection = try await open(plain(peer.port))
        #expect(
            await error { _ = try await modify(connection, within: .seconds(-1)) } == .deadlineExceeded(sent: false))
        #expect(try await modify(connection).code == .success)
        withExtendedLifetime(peer) {}
    }

    @Test(
        "answers that are no LDAP, cut short, over-long or another operation's end the connection",
        arguments: [
            [0x00, 0xFF, 0x13, 0x37] + Array("garbage garbage".utf8),
            [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x02, 0x01, 0x02],
            [0x30, 0x0C, 0x02, 0x01, 0x02, 0x67, 0x07, 0x0A, 0x01, 0x00, 0x04, 0x7F, 0x04, 0x00],
            [0x30, 0x0C, 0x02, 0x01, 0x02, 0x67, 0x07],
            [0x30, 0x0C, 0x02, 0x01, 0x02, 0x61, 0x07, 0x0A, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00],
            [],
        ] as [[UInt8]])
    func nonsense(answer: [UInt8]) async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess()), .read, .write(answer), .close])
        let connection = try await open(plain(peer.port))
        #expect(await error { _ = try await modify(connection) } == .connectionLost(sent: true))
        #expect(!connection.isUsable)
        withExtendedLifetime(peer) {}
    }

    @Test("a reset is a lost connection")
    func reset() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess()), .read, .reset])
        let connection = try await open(plain(peer.port))
        #expect(await error { _ = try await modify(connection) } == .connectionLost(sent: true))
        let early = try HostilePeer([.read, .reset])
        #expect(await error { _ = try await open(plain(early.port)) } == .connectionLost(sent: false))
        withExtendedLifetime((peer, early)) {}
    }

    @Test("an answer that drips in is waited for until the deadline only")
    func drip() async throws {
        let slow = try HostilePeer([.drip(LDAPMessages.bindSuccess(), milliseconds: 10)])
        _ = try await open(plain(slow.port))
        let slower = try HostilePeer([.drip(LDAPMessages.bindSuccess(), milliseconds: 100)])
        #expect(
            await error { _ = try await open(plain(slower.port), within: .milliseconds(300)) }
                == .deadlineExceeded(sent: false))
        withExtendedLifetime((slow, slower)) {}
    }

    @Test("cancelling a task ends its operation at once")
    func cancellation() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess()), .read])
        let connection = try await open(plain(peer.port))
        let task = Task { await error { _ = try await modify(connection, within: .seconds(3600)) } }
        // The bind, then the modify.
        for await _ in peer.reads.prefix(2) {}
        task.cancel()
        #expect(await task.value == .cancelled(sent: true))
        #expect(!connection.isUsable)
        withExtendedLifetime(peer) {}
    }

    @Test("cancelling while connecting ends the attempt")
    func cancelledOpening() async throws {
        let peer = try HostilePeer([.read])
        let settings = try plain(peer.port)
        let task = Task { await error { _ = try await open(settings, within: .seconds(3600)) } }
        for await _ in peer.reads.prefix(1) {}
        task.cancel()
        #expect(await task.value == .cancelled(sent: false))
        withExtendedLifetime(peer) {}
    }

    @Test("a port where nobody listens, and a name that does not exist, are unreachable")
    func unreachable() async throws {
        let (listener, port) = try Loopback.listen(backlog: 1)
        close(listener)
        for url in ["ldap://127.0.0.1:\(port)", "ldapi://%2Fnonexistent%2Fldapi", "ldaps://does-not-exist.invalid"] {
            let settings = ConnectionSettings(address: try ServerAddress(url))
            let error = await error { _ = try await open(settings, within: .seconds(60)) }
            guard case .unreachable(let reason) = error else { throw TestFailure("\(String(describing: error))") }
            #expect(reason.contains(settings.address.host))
        }
    }

    @Test("a frozen server is a passed deadline, and what was sent may still happen")
    func frozen() async throws {
        let slapd = try await Slapd()
        let connection = try await slapd.connect()
        try await slapd.freeze()
        let late = await error {
            _ = try await connection.modifyPassword(
                of: slapd.person("alice"), to: Secret(utf8: "Entirely-New-81"), deadline: .now + .milliseconds(200))
        }
        #expect(late == .deadlineExceeded(sent: true))
        try await slapd.thaw()
        let user = try await slapd.connect(as: .anonymous)
        // Which of the two passwords holds is open, and may change between two looks.
        var codes: [ResultCode] = []
        for password in ["Entirely-New-81", Slapd.startPassword("alice"), "Entirely-New-81"]
        where codes.last != .success {
            codes.append(try await user.bind(slapd.credentials("alice", password), deadline: .now + .seconds(10)).code)
        }
        #expect(codes.last == .success)
    }

    @Test("a killed server is a lost connection")
    func killed() async throws {
        let slapd = try await Slapd()
        let connection = try await slapd.connect()
        #expect(connection.isIdleAndAlive)
        try await slapd.kill()
        #expect(!connection.isIdleAndAlive)
        #expect(await error { _ = try await modify(connection) } == .connectionLost(sent: true))
        #expect(!connection.isUsable)
    }

    private func plain(_ port: UInt16) throws -> ConnectionSettings {
        ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(port)"))
    }

    private func open(_ settings: ConnectionSettings, within time: Duration = .seconds(10)) async throws
        -> LDAPConnection
    {
        try await LDAPConnection.open(settings, credentials: .anonymous, deadline: .now + time)
    }

    private func modify(_ connection: LDAPConnection, within time: Duration = .seconds(10)) async throws -> LDAPResult {
        try await connection.modify(DistinguishedName("cn=a"), [.replace("cn", .text("b"))], deadline: .now + time)
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

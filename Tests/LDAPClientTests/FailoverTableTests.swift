import Testing

@testable import LDAPClient

@Suite("Which server is next")
struct FailoverTableTests {
    private let start = ContinuousClock.Instant.now
    private let servers = ["a", "b", "c"].map {
        ConnectionSettings(address: ServerAddress(scheme: .ldaps, host: "\($0).example.org", port: 636))
    }

    @Test("those that work come first, in the configured order; all are tried in the end")
    func order() throws {
        var table = table()
        #expect(try hosts(table, 0) == "abc")
        table.note(servers[0].address) { $0.failed("gone", at: start) }
        #expect(try hosts(table, 0) == "bca")
        table.note(servers[1].address) { $0.failed("gone", at: start) }
        #expect(try hosts(table, 0) == "cab")
        table.note(servers[1].address) { $0.passed(at: start + .seconds(1)) }
        #expect(try hosts(table, 1) == "cba")
        table.note(servers[2].address) { $0.failed("gone", at: start + .seconds(1)) }
        #expect(try hosts(table, 1) == "bac")
    }

    @Test("one that takes no changes is not tried, even if the others are down")
    func avoided() throws {
        var table = table()
        table.note(servers[0].address) { $0.avoid(.readOnly("a shadow"), at: start) }
        table.note(servers[1].address) { $0.failed("gone", at: start) }
        #expect(try hosts(table, 0) == "cb")
        for server in servers[1...] { table.note(server.address) { $0.avoid(.unsuitable("other"), at: start) } }
        #expect(throws: LDAPError.avoided(servers[0].address, .readOnly("a shadow"))) {
            try table.candidates(at: start + .seconds(59))
        }
        #expect(try hosts(table, 60) == "abc")
    }

    @Test("when all are to be avoided again and again, they are tried after the shortest time all the same")
    func secondChance() throws {
        var table = table()
        table.replace(with: [servers[0]], at: start)
        for seconds in [0, 60] {
            table.note(servers[0].address) { $0.avoid(.readOnly("a shadow"), at: start + .seconds(seconds)) }
        }
        #expect(throws: LDAPError.self) { try table.candidates(at: start + .seconds(119)) }
        #expect(try hosts(table, 120) == "a")
    }

    @Test("a connection is kept while it leads to the best server there is")
    func keeping() {
        var table = table()
        let (a, b, c) = (servers[0].address, servers[1].address, servers[2].address)
        table.note(b) { $0.opened(at: start) }
        #expect(table.isWorthKeeping(b, at: start))
        #expect(!table.isWorthKeeping(c, at: start))
        table.note(a) { $0.opened(at: start) }
        #expect(!table.isWorthKeeping(b, at: start))
        table.note(a) { $0.failed("gone", at: start) }
        #expect(!table.isWorthKeeping(a, at: start))
        #expect(table.isWorthKeeping(b, at: start))
        for other in [b, c] { table.note(other) { $0.failed("gone", at: start) } }
        #expect(table.isWorthKeeping(a, at: start))
        table.note(a) { $0.avoid(.readOnly("a shadow"), at: start) }
        #expect(!table.isWorthKeeping(a, at: start))
    }

    @Test("a new list keeps what is known about the servers that stay, and lets go of the others")
    func newList() throws {
        var table = table()
        table.note(servers[1].address) { $0.failed("gone", at: start) }
        let isNew = table.replace(with: [servers[1]], at: start)
        #expect(!isNew)
        #expect(table.states(at: start).map(\.condition) == [.down])
        #expect(!table.isWorthKeeping(servers[0].address, at: start))
        let isLonger = table.replace(with: [servers[1], servers[2]], at: start)
        #expect(isLonger)
        #expect(try hosts(table, 0) == "cb")
    }

    private func table() -> ServerTable {
        var table = ServerTable()
        table.replace(with: servers, at: start)
        return table
    }

    private func hosts(_ table: ServerTable, _ seconds: Int) throws -> String {
        try table.candidates(at: start + .seconds(seconds)).map { String($0.address.host.prefix(1)) }.joined()
    }
}

import LDAPClient
import Synchronization
import TestSupport
import Testing

@Suite("One of two replicating servers fails under load", .serialized)
struct FailoverPairTests {
    /// What becomes of the preferred server.
    enum Fate: Sendable {
        case killed
        case frozen
    }

    /// What a worker was told about the change of one entry.
    private enum Told: Sendable {
        case done
        case notSent
        case unknown
    }

    private final class Books: Sendable {
        let next = Mutex(0)
        let told = Mutex<[Int: Told]>([:])
    }

    private static let people = 600
    private static let timeLimit = Duration.seconds(3)

    @Test(
        "every operation succeeds or says truly whether it was sent, and none outlasts its deadline",
        arguments: [Fate.killed, .frozen])
    func underLoad(fate: Fate) async throws {
        let pair = try await SlapdPair(people: Self.people)
        let pool = try pool(pair)
        let told = try await changes(pool, pair) {
            switch fate {
            case .killed: try await pair.first.kill()
            case .frozen: try await pair.first.freeze()
            }
        }
        #expect(pool.serverStates.map(\.condition) == [.down, .up])
        switch fate {
        case .killed: try await pair.first.restart()
        case .frozen: try await pair.first.thaw()
        }
        try await pair.replicated()
        for server in [pair.first, pair.second] {
            let changed = try await changedPeople(server)
            let wrong = told.filter { number, told in
                switch told {
                case .done: !changed.contains(number)
                case .notSent: changed.contains(number)
                case .unknown: false
                }
            }
            #expect(wrong.isEmpty)
        }
        #expect(told.values.count { $0 == .done } > Self.people / 2)
    }

    /// Eight workers change each entry once; what fails is not tried again.
    private func changes(
        _ pool: ConnectionPool, _ pair: SlapdPair, _ fail: @escaping @Sendable () async throws -> Void
    ) async throws -> [Int: Told] {
        let books = Books()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...8 { group.addTask { try await work(books, pool, pair) } }
            group.addTask {
                while books.next.withLock({ $0 }) < Self.people / 4 { try await Task.sleep(for: .milliseconds(1)) }
                try await fail()
            }
            try await group.waitForAll()
        }
        return books.told.withLock { $0 }
    }

    private func work(_ books: Books, _ pool: ConnectionPool, _ pair: SlapdPair) async throws {
        while true {
            let number = books.next.withLock { next in
                next += 1
                return next
            }
            guard number <= Self.people else { return }
            let answer = try await change(number, pool, pair)
            books.told.withLock { $0[number] = answer }
        }
    }

    private func change(_ number: Int, _ pool: ConnectionPool, _ pair: SlapdPair) async throws -> Told {
        let person = try pair.first.person(Self.name(number))
        let deadline = ContinuousClock.now + Self.timeLimit
        defer { #expect(ContinuousClock.now < deadline + .seconds(30)) }
        do throws(LDAPError) {
            let lease = try await pool.lease(deadline: deadline)
            let result = try await lease.connection.modify(
                person, [.replace("description", .text("changed"))], deadline: deadline)
            return result.code == .success ? .done : .notSent
        } catch {
            return error.mayHaveBeenSent ? .unknown : .notSent
        }
    }

    private func changedPeople(_ server: Slapd) async throws -> Set<Int> {
        let connection = try await server.connect(as: server.adminCredentials)
        let found = try await connection.search(
            base: server.peopleDN, scope: .oneLevel, filter: .equal("description", "changed"), attributes: ["uid"],
            sizeLimit: Self.people, deadline: .now + .seconds(30))
        return Set(found.entries.compactMap { $0.text("uid").flatMap { Int($0.dropFirst()) } })
    }

    private static func name(_ number: Int) -> String {
        let digits = "\(number)"
        return "u" + String(repeating: "0", count: 5 - digits.count) + digits
    }

    private func pool(_ pair: SlapdPair) throws -> ConnectionPool {
        let servers = try pair.plain.map { server in
            var server = server
            server.connectTimeout = .seconds(1)
            return server
        }
        return try ConnectionPool(
            servers: servers, credentials: pair.first.adminCredentials, size: 8, maximumWaiting: 8)
    }
}

import Directories
import LDAPClient
import Secrets
import TestSupport
import Testing

/// Writes without an answer, where an entry shows little more than that something was written within a second.
@Suite(.serialized)
struct PlainTruthTests {
    private static let first = "Correct-Horse-9"
    private static let second = "Correct-Horse-10"
    /// What the password modify operation is known by on its way.
    private static let operation = "1.3.6.1.4.1.4203.1.11.1"

    private let slapd: Slapd
    private let proxy: CuttingProxy
    private let stage: DirectoryStage

    init() async throws {
        slapd = try await Slapd()
        try await slapd.withoutPolicy()
        try await slapd.allow("read", to: "attrs=modifyTimestamp")
        let port = slapd["LDAP_URL"].split(separator: ":").last.flatMap { UInt16($0) } ?? 0
        proxy = try CuttingProxy(target: port)
        stage = try DirectoryStage(directory: try Self.directory(slapd, port: proxy.port))
    }

    private static func directory(_ slapd: Slapd, port: UInt16) throws -> Directory {
        let server = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(port)"))
        return try .corp(
            at: [server], as: try slapd.serviceCredentials, below: slapd["PEOPLE_DN"], .plain,
            operationTimeout: .seconds(5))
    }

    @Test("a write whose answer is lost is found by signing in, even within the second of the one before")
    func lostAnswer() async throws {
        #expect(try await stage.reset("alice", to: Self.first).outcome == "applied")
        proxy.cut(at: Self.operation, .beforeAnswer)
        let answer = try await stage.reset("alice", to: Self.second)
        #expect(answer.outcome == "applied", "\(answer)")
        #expect(answer["verified_by"] == "bind")
    }

    @Test("a write that never reached the server is not told as done, and done when it is sent again")
    func lostRequest() async throws {
        proxy.cut(at: Self.operation, .beforeRequest)
        let body = #""new_password":"\#(Self.first)""#
        let answer = try await stage.ask("reset", "alice", body)
        #expect(answer.outcome == "unknown", "\(answer)")
        #expect(try await slapd.signsIn("alice", Slapd.startPassword("alice")))
        #expect(try await stage.reset("alice", to: Self.first).outcome == "applied")
    }
}

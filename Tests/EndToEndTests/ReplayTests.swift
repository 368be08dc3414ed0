import Foundation
import TestSupport
import Testing

@Suite("The same request again", .serialized)
struct ReplayTests {
    let stage: SignedStage

    init() async throws {
        stage = try await SignedStage()
    }

    @Test("the same request is answered as before, and written once, even after a restart")
    func applied() async throws {
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        let first = try stage.send(request)
        #expect(first["outcome"] == "applied", "\(first.body)")
        #expect(!first.isReplayed)
        let entry = try await stage.stage.value("entryCSN", of: "alice")
        for isRestarted in [false, true] {
            if isRestarted {
                stage.daemon.stop()
                try await stage.daemon.start()
            }
            let again = try stage.send(request)
            #expect(again.isReplayed)
            #expect(again.answer == first.body)
            #expect(again.status == 200)
        }
        #expect(try await stage.stage.value("entryCSN", of: "alice") == entry)
        #expect(try stage.writes(of: request) == 1)
        let told = try await stage.journald.entries("WRITEBACK_REQUEST_ID=\(request.id)")
        #expect(LedgerRecords.begun(told) == 1)
        #expect(LedgerRecords.applied(told) == 1)
        #expect(told.count { $0["WRITEBACK_REPLAYED"] == "true" } == 2)
    }

    @Test("a refusal is final: the same request is refused as before, though it would be allowed now")
    func refused() async throws {
        let request = try stage.change("frank", from: Slapd.startPassword("frank"), to: "Correct-Horse-9")
        let first = try stage.send(request)
        #expect(first["code"] == "change_forbidden")
        try await stage.slapd.modify(
            """
            dn: cn=nochange,ou=policies,\(stage.slapd["BASE_DN"])
            changetype: modify
            replace: pwdAllowUserChange
            pwdAllowUserChange: TRUE
            """)
        stage.daemon.stop()
        try await stage.daemon.start()
        let again = try stage.send(request)
        #expect(again.isReplayed)
        #expect(again.answer == first.body)
        #expect(again.status == first.status)
        #expect(try stage.writes(of: request) == 0)
    }

    @Test("a request that was not carried out for a passing reason is tried again")
    func notApplied() async throws {
        let request = try stage.reset("bob", to: "Correct-Horse-9")
        try await stage.slapd.kill()
        let first = try stage.send(request)
        #expect(first["outcome"] == "not_applied", "\(first.body)")
        #expect(try stage.recorded(request)["outcome"] == "not_applied")
        try await stage.slapd.restart()
        let second = try stage.send(request)
        #expect(second["outcome"] == "applied", "\(second.body)")
        #expect(!second.isReplayed)
        #expect(try stage.writes(of: request) == 1)
    }

    @Test("fifty of the same request at once are one write and fifty equal answers")
    func fifty() async throws {
        let request = try stage.reset("carol", to: "Correct-Horse-9")
        let replies = try await OwnThread.run(times: 50) { [stage] _ in try stage.send(request) }
        #expect(Set(replies.map(\.answer)).count == 1)
        #expect(replies.allSatisfy { $0["outcome"] == "applied" })
        #expect(replies.count { !$0.isReplayed } == 1)
        #expect(try stage.writes(of: request) == 1)
        let records = try LedgerRecords(of: stage.daemon).records(of: request.id)
        #expect(LedgerRecords.begun(records) == 1)
        #expect(LedgerRecords.applied(records) == 1)
    }

    @Test("a status request is answered anew each time")
    func status() throws {
        let request = SignedRequest(id: Stage.newID(), operation: "status", account: "alice")
        for _ in 0..<3 {
            let reply = try stage.send(request)
            #expect(reply["outcome"] == "answered")
            #expect(!reply.isReplayed)
        }
        #expect(try stage.recorded(request)["code"] == "request_unknown")
    }
}

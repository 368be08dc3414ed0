import Foundation
import TestSupport
import Testing

@Suite("Another request with the same identity", .serialized)
struct RequestConflictTests {
    let stage: SignedStage

    init() async throws {
        stage = try await SignedStage()
    }

    @Test("every member that differs makes it another request, which is refused and changes nothing")
    func members() async throws {
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        let first = try stage.send(request, ["amr": ["otp"], "client": "web"])
        #expect(first["outcome"] == "applied", "\(first.body)")
        let entry = try await stage.stage.value("entryCSN", of: "alice")
        let others: [[String: any Sendable]] = [
            ["account": ["name": "bob"]], ["op": "unlock", "new_password": NSNull()], ["directory": "corp"],
            ["amr": ["otp", "sms"]], ["amr": NSNull()], ["client": "app"], ["client": NSNull()], ["captcha": true],
            ["act": ["sub": "admin7"]], ["unlock": false], ["must_change": true],
        ]
        for isRestarted in [false, true] {
            if isRestarted {
                stage.daemon.stop()
                try await stage.daemon.start()
            }
            for other in others {
                let claims: [String: any Sendable] = ["amr": ["otp"], "client": "web"]
                let reply = try stage.send(request, claims.merging(other) { $1 })
                #expect(reply.status == 409, "\(other)")
                #expect(reply["code"] == "request_conflict", "\(other) \(reply.body)")
                #expect(reply["parameters.part"] == "details", "\(other)")
            }
        }
        #expect(try await stage.stage.value("entryCSN", of: "alice") == entry)
        #expect(try stage.send(request, ["amr": ["otp"], "client": "web"]).answer == first.body)
    }

    @Test("the times and the signature may be new; a password that is sealed again is another request")
    func sealedAgain() async throws {
        let request = try stage.change("carol", from: Slapd.startPassword("carol"), to: "Correct-Horse-9")
        #expect(try stage.send(request)["outcome"] == "applied")
        let now = Int(Date().timeIntervalSince1970)
        #expect(try stage.send(request, ["iat": now - 30, "exp": now + 60, "auth_time": now - 60]).isReplayed)
        let passwords = ["new_password": "Correct-Horse-9", "current_password": Slapd.startPassword("carol")]
        for (member, password) in passwords {
            var other = request
            other.sealed[member] = try stage.cloud.seal(password, for: request.id, to: stage.daemon)
            let reply = try stage.send(other)
            #expect(reply["code"] == "request_conflict")
            #expect(reply["parameters.part"] == "passwords")
        }
        #expect(try stage.writes(of: request) == 1)
    }

    @Test("another request that comes while the first is being carried out is refused at once")
    func inFlight() async throws {
        let request = try stage.reset("bob", to: "Correct-Horse-9")
        try await stage.slapd.freeze()
        async let first = stage.sendAside(request)
        try await stage.daemon.wait(until: "it is in progress") {
            try stage.recorded(request)["outcome"] == "in_progress"
        }
        let other = try stage.send(request, ["client": "other"])
        #expect(other["code"] == "request_conflict")
        try await stage.slapd.thaw()
        #expect(try await first?["outcome"] == "applied")
        #expect(try stage.writes(of: request) == 1)
    }
}

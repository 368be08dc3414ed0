import FaultPoints
import Foundation
import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("The agent's own password", .serialized, .timeLimit(.minutes(5)))
struct AdminRotationTests {
    private func signsIn(_ stage: Stage, _ password: String) async -> Bool {
        await Self.signsIn(stage.slapd, password)
    }

    private static func signsIn(_ slapd: Slapd, _ password: String) async -> Bool {
        do {
            let credentials = Credentials.simple(
                try slapd.serviceDN, SharedSecret(try Secret(utf8: password)))
            await (try await slapd.connect(as: credentials)).close()
            return true
        } catch {
            return false
        }
    }

    @Test("is changed, proved and kept by the agent alone; the credential is of no use any more, nor needed")
    func rotate() async throws {
        let stage = try await Stage()
        let reply = try stage.daemon.rotate()
        #expect(reply.status == 200, "\(reply.body)")
        #expect(reply["settled"] == "true")
        #expect(reply["identity"] == stage.slapd["SERVICE_DN"])
        #expect(reply.value(at: "servers.0.proved") == "true")
        let kept = stage.daemon.bindPasswords
        #expect(Set(kept.keys) == ["current", "settled"])
        let new = try #require(kept["current"])
        #expect(new.count >= 32 && !reply.body.contains(new))
        #expect(await signsIn(stage, new))
        #expect(await !signsIn(stage, stage.slapd["SERVICE_PASSWORD"]))
        let mode = try FileManager.default.attributesOfItem(atPath: stage.daemon.bindFile)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        stage.daemon.stop()
        try await stage.daemon.start()
        #expect(try stage.reset("alice", to: "Correct-Horse-10")["outcome"] == "applied")
        let told = try await stage.journald.entries("MESSAGE_ID=b7d55e92e1ce4b2aad8bc5eb1476c5e1")
        #expect(told.map { $0["WRITEBACK_DIRECTORY"] } == ["corp"])
        let begun = try await stage.journald.entries("MESSAGE_ID=6d1c0f3e94b74c0f8a2f5e7d3b9a41c8")
        #expect(begun.map { $0["WRITEBACK_CORRELATION_ID"] } == told.map { $0["WRITEBACK_CORRELATION_ID"] })
        #expect(try stage.daemon.rotate()["settled"] == "true")
        #expect(stage.daemon.bindPasswords["current"] != new)
    }

    @Test("requests go on while it changes again and again")
    func load() async throws {
        let stage = try await Stage(slapd: try await Slapd(people: 40))
        try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<4 {
                group.addTask {
                    try await OwnThread.run {
                        try (0..<25).map { number in
                            let person = "u" + String(repeating: "0", count: 3) + "\(10 + worker * 7 + number % 7)"
                            let reply = try stage.reset(person, to: "Load-\(worker)-\(number)-Horse")
                            return reply["outcome"] ?? reply.body
                        }
                    }
                }
            }
            group.addTask {
                try await OwnThread.run { try (0..<6).map { _ in try stage.daemon.rotate()["outcome"] ?? "none" } }
            }
            for try await outcomes in group { #expect(outcomes.allSatisfy { $0 == "applied" }, "\(outcomes)") }
        }
    }

    @Test(
        "an agent that ends at any step of a change signs in afterwards, and changes it again",
        arguments: RotationStep.allCases)
    func crash(_ step: RotationStep) async throws {
        let stage = try await Stage()
        // An earlier one, so that the password before is one of the agent's own as well.
        try stage.daemon.rotate()
        stage.daemon.stop()
        try await stage.daemon.start(endingAt: step.rawValue)
        #expect(throws: TestFailure.self) { try stage.daemon.rotate() }
        try await stage.daemon.waitForEnd()
        try await stage.daemon.start()
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        let kept = stage.daemon.bindPasswords
        var works: [String] = []
        for (name, password) in kept where name != "settled" {
            if await signsIn(stage, password) { works.append(name) }
        }
        switch step {
        case .kept: #expect(works == ["current"])
        case .changed, .proved: #expect(works == ["pending"])
        case .inForce, .settled: #expect(works == ["current"])
        }
        if step == .kept {
            // Whether the directory was told is open until the settling time has passed.
            try await stage.daemon.wait(until: "it is settled") { stage.daemon.bindPasswords["pending"] == nil }
        } else {
            try await stage.daemon.wait(until: "it is settled") {
                Set(stage.daemon.bindPasswords.keys) == ["current", "settled"]
            }
        }
        #expect(try stage.daemon.rotate()["settled"] == "true")
        #expect(try stage.reset("alice", to: "Correct-Horse-10")["outcome"] == "applied")
    }

    @Test("a change that the directory refuses leaves everything as it was, and says which right is missing")
    func refused() async throws {
        let stage = try await Stage()
        try await stage.slapd.modify(
            """
            dn: cn=services,ou=policies,\(stage.slapd["BASE_DN"])
            changetype: modify
            replace: pwdAllowUserChange
            pwdAllowUserChange: FALSE

            """)
        let reply = try stage.daemon.rotate()
        #expect(reply["code"] == "change_forbidden", "\(reply.body)")
        #expect(!FileManager.default.fileExists(atPath: stage.daemon.bindFile))
        #expect(await signsIn(stage, stage.slapd["SERVICE_PASSWORD"]))
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        let told = try await stage.journald.entries("MESSAGE_ID=a190c78ec892480386cfea39e5d3b27a")
        #expect(told.count == 1)
    }

    @Test("a directory that is not there, or in which the agent has no password, is refused")
    func impossible() async throws {
        let stage = try await Stage()
        #expect(try stage.daemon.rotate("moon")["code"] == "unknown_directory")
        #expect(try stage.daemon.administer("rotate-bind", "{}")["parameters.field"] == "directory")
        let file = stage.daemon.folder + "/writebackd.toml"
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let external = lines.filter { !$0.hasPrefix("bind_") && !$0.hasPrefix("ca_file") }.map { line in
            line.hasPrefix("servers")
                ? "servers = [\"\(stage.slapd["LDAPI_URL"])\"]\nbind = \"external\"" : String(line)
        }
        try stage.daemon.write("writebackd.toml", external.joined(separator: "\n"))
        stage.daemon.stop()
        try await stage.daemon.start()
        let reply = try stage.daemon.rotate()
        #expect(reply["code"] == "bind_not_rotatable", "\(reply.body)")
        #expect(try stage.daemon.writebackctl("rotate-bind", "corp").status == 1)
    }

    @Test("a password that an administrator sets by hand is taken from the credential")
    func byHand() async throws {
        let stage = try await Stage()
        try stage.daemon.rotate()
        try await stage.slapd.modify(
            """
            dn: \(stage.slapd["SERVICE_DN"])
            changetype: modify
            replace: userPassword
            userPassword: Set-By-Hand-2024

            """)
        stage.daemon.stop()
        try stage.daemon.write("credentials/corp-bind-password", "Set-By-Hand-2024")
        try await stage.daemon.start()
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        #expect(try stage.daemon.rotate()["settled"] == "true")
        #expect(await !signsIn(stage, "Set-By-Hand-2024"))
        #expect(try stage.reset("alice", to: "Correct-Horse-10")["outcome"] == "applied")
    }

    @Test("the one before is kept until every server takes the new one")
    func pair() async throws {
        let pair = try await SlapdPair()
        var changes = DaemonChanges()
        changes.server = "\(pair.first["LDAPS_URL"])\", \"\(pair.second["LDAPS_URL"])"
        let stage = try await Stage(slapd: pair.first, changes: changes)
        let all = try stage.daemon.rotate()
        #expect(all["settled"] == "true", "\(all.body)")
        #expect(all.value(at: "servers.1.proved") == "true")
        try await pair.second.kill()
        let some = try stage.daemon.rotate()
        #expect(some["outcome"] == "applied", "\(some.body)")
        #expect(some["settled"] == "false")
        #expect(some.value(at: "servers.1.code") == "directory_unreachable")
        #expect(Set(stage.daemon.bindPasswords.keys) == ["current", "previous"])
        #expect(try stage.daemon.get("/v1/health").value(at: "directories.0.rotation_open") == "true")
        #expect(try stage.daemon.rotate()["code"] == "bind_not_rotatable")
        try await pair.second.restart()
        try await pair.replicated()
        stage.daemon.stop()
        try await stage.daemon.start()
        try await stage.daemon.wait(until: "all servers are seen to take it") {
            Set(stage.daemon.bindPasswords.keys) == ["current", "settled"]
        }
        #expect(try stage.daemon.rotate()["settled"] == "true")
    }

    @Test("a lost answer is told for what it is, and found out: by a sign-in if the change was done")
    func lostAnswer() async throws {
        let slapd = try await Slapd()
        let proxy = try CuttingProxy(target: try ServerAddress(slapd["LDAP_URL"]).port)
        var changes = DaemonChanges()
        changes.server = "ldap://127.0.0.1:\(proxy.port)"
        let stage = try await Stage(slapd: slapd, changes: changes)
        proxy.cut(at: SignedStage.passwordModify, .beforeAnswer)
        let done = try stage.daemon.rotate()
        #expect(done["outcome"] == "applied", "\(done.body)")
        #expect(done["settled"] == "true")
        let before = try #require(stage.daemon.bindPasswords["current"])
        #expect(await signsIn(stage, before))

        proxy.cut(at: SignedStage.passwordModify, .duringRequest)
        let open = try stage.daemon.rotate()
        #expect(open["code"] == "outcome_unknown", "\(open.body)")
        #expect(open["parameters.cause"] == "no_answer")
        #expect(Set(stage.daemon.bindPasswords.keys).isSuperset(of: ["pending", "current"]))
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        try await stage.daemon.wait(until: "it is found not to have been done") {
            stage.daemon.bindPasswords["pending"] == nil
        }
        #expect(stage.daemon.bindPasswords["current"] == before)
        #expect(await signsIn(stage, before))
        #expect(try stage.daemon.rotate()["settled"] == "true")
    }

    @Test("is in no record, output or unlocked memory")
    func secrecy() async throws {
        let stage = try await Stage()
        try stage.daemon.rotate()
        let first = try #require(stage.daemon.bindPasswords["current"])
        try stage.daemon.rotate()
        let second = try #require(stage.daemon.bindPasswords["current"])
        #expect(try stage.reset("alice", to: "Correct-Horse-9")["outcome"] == "applied")
        let memory = try ProcessMemory(of: stage.daemon.pid)
        #expect(memory.contains("WRITEBACK_CORRELATION_ID"), "the search itself works")
        for password in [first, second] {
            #expect(memory.places(of: Data(password.utf8)).other == 0, "in memory that is not locked")
        }
        stage.daemon.stop()
        let folder = stage.daemon.folder
        var places = [("the journal", Data(try await stage.journald.everything().utf8))]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "bind" {
            if let content = FileManager.default.contents(atPath: "\(folder)/\(name)") {
                places.append((name, content))
            }
        }
        #expect(places.count > 3)
        for (place, content) in places {
            for password in [first, second] { #expect(content.range(of: Data(password.utf8)) == nil, "\(place)") }
        }
    }
}

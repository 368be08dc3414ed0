import Foundation
import TestSupport
import Testing

@Suite("Guessing, and rights that are missing", .serialized)
struct GuessingTests {
    let stage: Stage

    init() async throws {
        stage = try await Stage()
    }

    @Test("a guess that is a word of the server's own message counts like any other")
    func guessInMessage() throws {
        for guess in ["password", "old", "verify", "unwilling", "to"] {
            let reply = try stage.change("alice", from: guess, to: "Correct-Horse-9")
            #expect(reply["code"] == "wrong_current_password", "\(guess)")
        }
        #expect(try stage.change("alice", from: "password", to: "Correct-Horse-9")["code"] == "too_many_attempts")
    }

    @Test("neither an unlock nor a reload gives more guesses")
    func throttleStays() async throws {
        for _ in 0..<5 { try stage.change("alice", from: "wrong", to: "Correct-Horse-9") }
        #expect(try stage.ask("unlock", "alice")["outcome"] == "applied")
        #expect(try stage.change("alice", from: "wrong", to: "Correct-Horse-9")["code"] == "too_many_attempts")
        stage.daemon.signal(SIGHUP)
        try await stage.daemon.wait(until: "the reload is told") {
            try await stage.journald.entries().contains { $0["MESSAGE"]?.contains("read again") == true }
        }
        #expect(try stage.change("alice", from: "wrong", to: "Correct-Horse-9")["code"] == "too_many_attempts")
    }

    @Test("a server that cuts a search off does not prove that there is one account only")
    func truncatedSearch() async throws {
        try await stage.configure(
            """
            replace: olcLimits
            olcLimits: dn.exact="\(stage.slapd["SERVICE_DN"])" size=1
            """)
        var changes = DaemonChanges()
        changes.directory = #"account_attributes = ["mail"]"#
        let daemon = try await Daemon(slapd: stage.slapd, journald: stage.journald, changes: changes)
        let reply = try daemon.post(
            #"{"jti":"l1","op":"reset","account":{"name":"twin@example.test"},"new_password":"Correct-Horse-9"}"#)
        #expect(reply["code"] == "account_ambiguous")
    }

    @Test("without the right to read the policies no change is made and no change can be asked for")
    func unreadablePolicy() async throws {
        try await stage.configure(
            """
            add: olcAccess
            olcAccess: {0}to dn.subtree="ou=policies,\(stage.slapd["BASE_DN"])" by * none
            """)
        let change = try stage.change("frank", from: Slapd.startPassword("frank"), to: "Correct-Horse-9")
        #expect(change["code"] == "no_permission")
        #expect(change["parameters.right"] == "read_policy")
        let reset = try stage.reset("alice", to: "Correct-Horse-9", #""must_change":true"#)
        #expect(reset["parameters.right"] == "read_policy")
    }

    @Test("a lock that may not be read is not taken for none")
    func unreadableLock() async throws {
        try await stage.slapd.modify(
            """
            dn: \(try stage.slapd.person("bob"))
            changetype: modify
            replace: pwdAccountLockedTime
            pwdAccountLockedTime: 000001010000Z
            """)
        try await stage.configure(
            """
            add: olcAccess
            olcAccess: {0}to attrs=pwdAccountLockedTime by dn.exact="\(stage.slapd["SERVICE_DN"])" =z by * none
            """)
        let reply = try stage.ask("unlock", "bob")
        #expect(reply["parameters.right"] == "read_account", "\(reply.body)")
        #expect(try await stage.value("pwdAccountLockedTime", of: "bob") == "000001010000Z")
    }

    @Test("a base that is not there is the configuration's fault, not the user's")
    func wrongBase() async throws {
        var changes = DaemonChanges()
        changes.base = "ou=nowhere,dc=example,dc=test"
        let daemon = try await Daemon(slapd: stage.slapd, journald: stage.journald, changes: changes)
        let reply = try daemon.post(#"{"jti":"w1","op":"unlock","account":{"name":"alice"}}"#)
        #expect(reply["code"] == "no_permission")
        try await daemon.wait(until: "health says so") {
            try daemon.get("/v1/health")["status"] == "directory_down"
        }
    }
}

import Directories
import Foundation
import LDAPClient
import Requests
import TestSupport
import Testing

/// Answers that a healthy server seldom gives, from a real one that is told to.
@Suite(.serialized)
struct ServerAnswerTests {
    private static let password = "Correct-Horse-9"

    @Test(
        "busy, unwilling and other refusals of a write are named, and nothing is written",
        arguments: [
            (51, "directory_busy"), (53, "directory_error"), (80, "directory_error"), (11, "directory_error"),
            (8, "channel_not_secure"), (13, "channel_not_secure"), (50, "no_permission"),
        ])
    func write(_ code: Int, _ expected: String) async throws {
        let slapd = try await Slapd()
        try await slapd.lock("alice")
        try await slapd.answersAsTold()
        try await slapd.answer(ServerAnswer(code: code, operation: "modify"), for: "alice")
        let before = try await slapd.state(of: "alice")
        let answer = try await DirectoryStage(directory: try slapd.directory()).unlock("alice")
        #expect(answer.code == expected, "\(answer)")
        if expected == "directory_error" {
            #expect((answer.object("parameters")["ldap_code"] as? NSNumber)?.intValue == code)
            #expect(answer["detail"]?.contains("as the test wants it") == true, "\(answer)")
        }
        #expect(try await slapd.state(of: "alice") == before)
    }

    @Test("an answer that does not say whether the write was done is not told as a refusal", arguments: [52, 3])
    func unsure(_ code: Int) async throws {
        let slapd = try await Slapd()
        try await slapd.lock("alice")
        try await slapd.answersAsTold()
        try await slapd.answer(ServerAnswer(code: code, operation: "modify"), for: "alice")
        let answer = try await DirectoryStage(directory: try slapd.directory()).unlock("alice")
        #expect(answer.outcome == "unknown", "\(answer)")
    }

    @Test(
        "an answer of another kind than the request's is not believed: slapd gives one to a password that it passes on")
    func foreignAnswer() async throws {
        let slapd = try await Slapd()
        try await slapd.answersAsTold()
        try await slapd.answer(ServerAnswer(code: 51, operation: "modify"), for: "alice")
        let answer = try await DirectoryStage(directory: try slapd.directory()).reset("alice", to: Self.password)
        #expect(answer.outcome == "unknown", "\(answer)")
        #expect(try await slapd.signsIn("alice", Slapd.startPassword("alice")))
    }

    @Test("a search that is answered with busy or with a refusal says so", arguments: [51, 52, 53])
    func search(_ code: Int) async throws {
        let slapd = try await Slapd()
        try await slapd.answersAsTold()
        try await slapd.answer(ServerAnswer(code: code, operation: "search"), for: "alice")
        let answer = try await DirectoryStage(directory: try slapd.directory()).reset("alice", to: Self.password)
        #expect(answer.code == (code == 53 ? "directory_error" : "directory_busy"), "\(answer)")
        #expect(answer.outcome == "not_applied")
    }

    /// A branch of the people that another server has.
    private func refer(_ slapd: Slapd) async throws {
        let arguments = ["-x", "-M", "-H", slapd["LDAPI_URL"], "-D", slapd["ADMIN_DN"], "-w", slapd["ADMIN_PASSWORD"]]
        try await Command.run(
            "/usr/bin/ldapadd", arguments,
            input: """
                dn: ou=elsewhere,\(slapd["PEOPLE_DN"])
                objectClass: referral
                objectClass: extensibleObject
                ou: elsewhere
                ref: ldap://127.0.0.1:9/ou=elsewhere,dc=example,dc=org

                """)
    }

    @Test("a reference to another server beside the account's entry changes nothing: what it has does not exist here")
    func reference() async throws {
        let slapd = try await Slapd()
        try await refer(slapd)
        let stage = try DirectoryStage(directory: try slapd.directory())
        #expect(try await stage.reset("alice", to: Self.password).code == "applied")
        #expect(try await stage.status("nobody").code == "account_not_found")
        let ambiguous = try DirectoryStage(directory: try slapd.directory(attributes: ["mail"]))
        #expect(try await ambiguous.status("twin@example.test").code == "account_ambiguous")
    }

    @Test("a base that another server has is the configuration's fault, and no server that takes no writes")
    func referredBase() async throws {
        let slapd = try await Slapd()
        try await refer(slapd)
        let directory = try slapd.directory(base: "ou=elsewhere,\(slapd["PEOPLE_DN"])")
        let answer = try await DirectoryStage(directory: directory).reset("alice", to: Self.password)
        #expect(answer.code == "directory_kind", "\(answer)")
        #expect(answer["detail"]?.contains("another server") == true, "\(answer)")
    }

    @Test("a policy that another server has cannot be read, and stands in the way of a change only")
    func referredPolicy() async throws {
        let slapd = try await Slapd()
        try await refer(slapd)
        try await slapd.modify(
            "alice", "replace: pwdPolicySubentry\npwdPolicySubentry: cn=x,ou=elsewhere,\(slapd["PEOPLE_DN"])")
        let stage = try DirectoryStage(directory: try slapd.directory())
        let change = try await stage.change("alice", from: Slapd.startPassword("alice"), to: Self.password)
        #expect(change.code == "no_permission", "\(change)")
        #expect(try await stage.reset("alice", to: Self.password).code == "applied")
    }

    @Test("a server that closes idle connections costs no request")
    func idle() async throws {
        let slapd = try await Slapd()
        try await slapd.configure("dn: cn=config\nchangetype: modify\nreplace: olcIdleTimeout\nolcIdleTimeout: 1\n")
        let stage = try DirectoryStage(directory: try slapd.directory())
        #expect(try await stage.status("alice").code == "answered")
        let watcher = try await slapd.connect()
        for _ in 0..<300 where watcher.isIdleAndAlive { try await Task.sleep(for: .milliseconds(50)) }
        #expect(!watcher.isIdleAndAlive)
        // The server looks for idle connections all at once: the stage's has been idle for longer.
        #expect(try await stage.reset("alice", to: Self.password).code == "applied")
    }

    @Test("a server that limits an answer to one entry does not make two accounts one")
    func sizeLimit() async throws {
        let slapd = try await Slapd()
        try await slapd.configureDatabase("replace: olcSizeLimit\nolcSizeLimit: 1")
        let stage = try DirectoryStage(directory: try slapd.directory(attributes: ["mail"]))
        #expect(try await stage.reset("twin@example.test", to: Self.password).code == "account_ambiguous")
        #expect(try await stage.reset("alice@example.test", to: Self.password).code == "applied")
    }
}

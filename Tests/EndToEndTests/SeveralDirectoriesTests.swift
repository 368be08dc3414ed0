import Foundation
import LDAPClient
import Testing
import TestSupport

/// Two directories with the same people in both of them, but for those that a test takes out of one.
@Suite(.timeLimit(.minutes(3)))
struct SeveralDirectoriesTests {
    private final class Two: Sendable {
        let stage: Stage
        let branch: Slapd

        init() async throws {
            branch = try await Slapd()
            var changes = DaemonChanges()
            changes.credentials["branch-bind-password"] = branch["SERVICE_PASSWORD"]
            changes.sections = """
                [directory.branch]
                servers = ["\(branch["LDAPS_URL"])"]
                ca_file = "\(branch["CA_FILE"])"
                base = "\(branch["PEOPLE_DN"])"
                bind_dn = "\(branch["SERVICE_DN"])"
                bind_password_credential = "branch-bind-password"
                default_policy = "\(branch["POLICY_DN"])"
                connect_timeout = "1s"
                """
            stage = try await Stage(changes: changes)
        }

        func signsIn(_ uid: String, _ password: String, to slapd: Slapd) async throws -> Bool {
            do {
                let connection = try await slapd.connect(as: try slapd.credentials(uid, password))
                await connection.close()
                return true
            } catch {
                return false
            }
        }

        func remove(_ uid: String, from slapd: Slapd) async throws {
            try await slapd.modify("dn: uid=\(uid),\(slapd["PEOPLE_DN"])\nchangetype: delete\n")
        }
    }

    @Test func `a request that names a directory is carried out there and nowhere else`() async throws {
        let two = try await Two()
        let reply = try two.stage.reset("alice", to: "Branch-Office-9", #""directory":"branch""#)
        #expect(reply["outcome"] == "applied")
        #expect(reply["directory"] == "branch")
        #expect(try await two.signsIn("alice", "Branch-Office-9", to: two.branch))
        #expect(try await two.signsIn("alice", Slapd.startPassword("alice"), to: two.stage.slapd))
        #expect(
            try two.stage.reset("alice", to: "Branch-Office-9", #""directory":"moon""#)["code"] == "unknown_directory")
    }

    @Test func `one that names none is for the directory that knows the account, if only one does`() async throws {
        let two = try await Two()
        #expect(try two.stage.reset("bob", to: "Which-Office-9")["code"] == "account_ambiguous")
        try await two.remove("bob", from: two.stage.slapd)
        let reply = try two.stage.reset("bob", to: "Which-Office-9")
        #expect(reply["outcome"] == "applied")
        #expect(reply["directory"] == "branch")
        try await two.remove("bob", from: two.branch)
        #expect(try two.stage.reset("bob", to: "Which-Office-9")["code"] == "account_not_found")
    }

    @Test func `nobody is taken for the only one while a directory cannot be asked`() async throws {
        let two = try await Two()
        try await two.remove("carol", from: two.branch)
        #expect(try two.stage.ask("status", "carol")["outcome"] == "answered")
        try await two.branch.kill()
        #expect(try two.stage.reset("carol", to: "Only-Here-99")["code"] == "directory_unreachable")
        #expect(try await two.signsIn("carol", Slapd.startPassword("carol"), to: two.stage.slapd))
        #expect(
            try two.stage.reset("carol", to: "Only-Here-99", #""directory":"corp""#)["outcome"] == "applied")
    }
}

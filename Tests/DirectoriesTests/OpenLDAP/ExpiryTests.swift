import Requests
import TestSupport
import Testing

/// When a password of slapd's runs out is not in the entry: it follows from its age and the policy.
struct ExpiryTests {
    @Test func `the end of a password is told where the policy sets one`() async throws {
        let slapd = try await Slapd()
        let before = try await DirectoryStage(directory: try slapd.directory()).status("alice")
        #expect(before.outcome == "answered" && before["password_expires"] == nil)
        try await slapd.modify(
            "dn: \(slapd["POLICY_DN"])\nchangetype: modify\nreplace: pwdMaxAge\npwdMaxAge: 86400\n")
        // Policies are remembered for a while: another stage.
        let stage = try DirectoryStage(directory: try slapd.directory())
        try await stage.reset("alice", to: "Correct-Horse-9")
        let stored = try await slapd.state(of: "alice")["pwdchangedtime"]?.first
        let changed = try #require(stored.flatMap { Timestamp(generalizedTime: String(decoding: $0, as: UTF8.self)) })
        #expect(try await stage.status("alice")["password_expires"] == "\(changed + 86_400)")
    }
}

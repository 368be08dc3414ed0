import Directories
import Requests
import TestSupport
import Testing

/// A 389 Directory Server of which the agent is told nothing but that it can modify passwords.
@Suite(.serialized)
struct PlainDirectoryServerTests {
    private static let password = "Correct-Horse-9"

    @Test("a reset and a change are written, and a wrong current password is told as one where the server tells it")
    func passwords() async throws {
        let server = try await DirectoryServer389()
        let stage = try DirectoryStage(directory: try server.directory(kind: .plain))
        let reset = try await stage.reset("alice", to: Self.password)
        #expect(reset.outcome == "applied", "\(reset)")
        #expect(reset["verified_by"] == "bind")
        let wrong = try await stage.change("alice", from: "wrong", to: "Correct-Horse-10")
        #expect(wrong.code == "wrong_current_password", "\(wrong)")
        let change = try await stage.change("alice", from: Self.password, to: "Correct-Horse-10")
        #expect(change.outcome == "applied", "\(change)")
        #expect(try await server.signsIn("alice", "Correct-Horse-10"))
    }

    @Test("a refusal of the policy is one of the password's quality where the server names no other cause")
    func policy() async throws {
        let server = try await DirectoryServer389()
        let stage = try DirectoryStage(directory: try server.directory(kind: .plain))
        #expect(try await stage.reset("alice", to: "short").code == "password_quality")
        try await stage.reset("alice", to: Self.password)
        try await stage.reset("alice", to: "Correct-Horse-10")
        #expect(try await stage.reset("alice", to: Self.password).code == "password_in_history")
        #expect(try await stage.unlock("alice").code == "unlock_unsupported")
    }
}

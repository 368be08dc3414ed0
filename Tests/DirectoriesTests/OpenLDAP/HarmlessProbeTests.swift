import Directories
import Requests
import TestSupport
import Testing

/// A preflight is no more than a question.
@Suite(.serialized)
struct HarmlessProbeTests {
    /// Asks about a person many times over and sees to it that nothing of the entry has changed.
    private func ask(_ slapd: Slapd, about person: String) async throws {
        let before = try await slapd.state(of: person)
        for _ in 0..<5 { _ = try await slapd.rights(on: person) }
        #expect(try await slapd.state(of: person) == before, "\(person)")
    }

    @Test("it changes nothing, whatever state the account is in, and counts as no wrong password")
    func unchanged() async throws {
        let slapd = try await Slapd()
        try await slapd.lock("bob")
        _ = try await slapd.signsIn("carol", "wrong")
        try await slapd.modify("carol", "replace: pwdReset\npwdReset: TRUE")
        // The very lock that the probe takes away twice.
        try await slapd.modify("dave", "replace: pwdAccountLockedTime\npwdAccountLockedTime: 19700101000000Z")
        for person in ["alice", "bob", "carol", "dave", "erin", "grace", "mallory"] {
            try await ask(slapd, about: person)
        }
        #expect(try await slapd.signsIn("alice", Slapd.startPassword("alice")))
    }

    @Test("it changes nothing for an agent that may manage passwords, nor without the overlay")
    func unchangedForManager() async throws {
        let slapd = try await Slapd()
        try await slapd.allow("manage", to: "attrs=userPassword,pwdReset,pwdAccountLockedTime")
        try await slapd.modify("carol", "replace: pwdReset\npwdReset: TRUE")
        try await slapd.modify("dave", "replace: pwdAccountLockedTime\npwdAccountLockedTime: 19700101000000Z")
        for person in ["alice", "carol", "dave"] { try await ask(slapd, about: person) }
        try await slapd.withoutPolicy()
        for person in ["alice", "carol", "dave"] { try await ask(slapd, about: person) }
    }

    @Test("it changes nothing even where the password holds the very values that it takes away")
    func unchangedWithItsOwnValues() async throws {
        let slapd = try await Slapd()
        let value = "No password: what the agent may do is probed with this."
        try await slapd.modify(
            "alice",
            """
            add: userPassword;lang-x-probe
            userPassword;lang-x-probe: \(value)
            """)
        // Hashed: the overlay takes it for the right one.
        try await slapd.modify("carol", "replace: userPassword\nuserPassword: \(value)")
        #expect(try await slapd.signsIn("carol", value))
        for person in ["alice", "carol"] { try await ask(slapd, about: person) }
        try await slapd.allow("manage", to: "attrs=userPassword")
        for person in ["alice", "carol"] { try await ask(slapd, about: person) }
        try await slapd.withoutPolicy()
        try await slapd.modify("bob", "replace: userPassword\nuserPassword: \(value)")
        for person in ["alice", "bob", "carol"] { try await ask(slapd, about: person) }
    }
}

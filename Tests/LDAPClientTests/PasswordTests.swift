import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("Passwords on a real server", .serialized)
struct PasswordTests {
    private let slapd: Slapd
    private var deadline: ContinuousClock.Instant { .now + .seconds(20) }

    init() async throws {
        slapd = try await Slapd()
    }

    @Test("a reset by the service takes effect at once")
    func reset() async throws {
        let service = try await slapd.connect()
        let alice = try slapd.person("alice")
        let result = try await service.modifyPassword(
            of: alice, to: Secret(utf8: "Entirely-New-77"), deadline: deadline)
        #expect(result.code == .success)
        #expect(try await bind("alice", "Entirely-New-77").code == .success)
        #expect(try await bind("alice", Slapd.startPassword("alice")).code == .invalidCredentials)
    }

    @Test("a change needs the old password")
    func change() async throws {
        let user = try await slapd.connect(as: slapd.credentials("bob"))
        let bob = try slapd.person("bob")
        let wrong = try await user.modifyPassword(
            of: bob, from: Secret(utf8: "not-the-old-one"), to: Secret(utf8: "Entirely-New-78"), deadline: deadline)
        #expect(wrong.code == .unwillingToPerform)
        let right = try await user.modifyPassword(
            of: bob, from: Secret(utf8: Slapd.startPassword("bob")), to: Secret(utf8: "Entirely-New-78"),
            deadline: deadline)
        #expect(right.code == .success)
        #expect(try await bind("bob", "Entirely-New-78").code == .success)
    }

    @Test("a change by modify takes both passwords as secrets")
    func changeByModify() async throws {
        let service = try await slapd.connect()
        let old = SharedSecret(try Secret(utf8: Slapd.startPassword("carol")))
        let new = SharedSecret(try Secret(utf8: "Entirely-New-79"))
        let changes: [Modification] = [.delete("userPassword", .secret(old)), .add("userPassword", .secret(new))]
        let carol = try slapd.person("carol")
        #expect(try await service.modify(carol, changes, deadline: deadline).code == .success)
        #expect(try await bind("carol", "Entirely-New-79").code == .success)
        let again = try await service.modify(carol, changes, deadline: deadline)
        #expect(again.passwordPolicy?.error == .mustSupplyOldPassword)
    }

    @Test(
        "the policy's refusal names its reason",
        arguments: [
            ("dave", "short", PasswordPolicyError.passwordTooShort),
            ("dave", "Start-dave-2024", .passwordInHistory),
            ("dave", String(repeating: "x", count: 200), .passwordTooLong),
            ("erin", "Fifteen-letters", .passwordTooShort),
        ])
    func refusal(uid: String, password: String, reason: PasswordPolicyError) async throws {
        let result = try await slapd.connect().modifyPassword(
            of: slapd.person(uid), to: Secret(utf8: password), deadline: deadline)
        #expect(result.code == .constraintViolation)
        #expect(result.passwordPolicy?.error == reason)
        #expect(!result.description.contains(password))
    }

    @Test("an account locks after wrong passwords and says so")
    func locked() async throws {
        for _ in 1...3 { #expect(try await bind("heidi", "wrong").passwordPolicy?.error != .accountLocked) }
        let result = try await bind("heidi", Slapd.startPassword("heidi"))
        #expect(result.code == .invalidCredentials)
        #expect(result.passwordPolicy?.error == .accountLocked)
    }

    @Test("an expired password says so, and one that expires soon says how soon")
    func expired() async throws {
        try await slapd.modify(
            """
            dn: \(slapd["POLICY_DN"])
            changetype: modify
            replace: pwdMaxAge
            pwdMaxAge: 1000
            -
            replace: pwdExpireWarning
            pwdExpireWarning: 999
            """)
        #expect(try await bind("bob", Slapd.startPassword("bob")).passwordPolicy?.error == .passwordExpired)
        let reset = try await slapd.connect().modifyPassword(
            of: slapd.person("alice"), to: Secret(utf8: "Entirely-New-80"), deadline: deadline)
        #expect(reset.code == .success)
        var warned = try await bind("alice", "Entirely-New-80")
        // The warning begins a second after the change, and slapd counts in whole seconds.
        while warned.passwordPolicy?.timeBeforeExpiration == nil { warned = try await bind("alice", "Entirely-New-80") }
        #expect(warned.code == .success)
        #expect((900...1000).contains(warned.passwordPolicy?.timeBeforeExpiration ?? 0))
    }

    @Test("an empty password never reaches the server")
    func empty() async throws {
        let connection = try await slapd.connect()
        let before = try await connection.whoAmI(deadline: deadline)
        await #expect(throws: LDAPError.self) {
            _ = try await connection.bind(slapd.credentials("alice", ""), deadline: deadline)
        }
        await #expect(throws: LDAPError.self) {
            _ = try await connection.modifyPassword(of: slapd.person("alice"), to: Secret(utf8: ""), deadline: deadline)
        }
        #expect(try await connection.whoAmI(deadline: deadline) == before)
    }

    private func bind(_ uid: String, _ password: String) async throws -> LDAPResult {
        let connection = try await slapd.connect(as: .anonymous)
        return try await connection.bind(slapd.credentials(uid, password), deadline: deadline)
    }
}

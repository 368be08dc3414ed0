import Directories
import LDAPClient
import TestSupport
import Testing

/// Two causes never share a code, although slapd's answers do.
@Suite(.serialized)
struct OpenLDAPRefusalTests {
    private static let password = "Correct-Horse-9"

    /// A policy for alice whose check module is `path`.
    private func slapd(checkModule path: String) async throws -> Slapd {
        let slapd = try await Slapd()
        try await slapd.modify(
            """
            dn: \(slapd["POLICY_DN"])
            changetype: modify
            add: objectClass
            objectClass: pwdPolicyChecker
            -
            add: pwdCheckModule
            pwdCheckModule: \(path)

            """)
        return slapd
    }

    @Test("a check module's reason is told in its own words, unless they repeat the password")
    func checkModule() async throws {
        let module = try await CheckModule(.words)
        let slapd = try await slapd(checkModule: module.path)
        let refused = try await DirectoryStage(directory: try slapd.directory()).reset("alice", to: Self.password)
        #expect(refused.code == "password_quality")
        #expect(refused.object("parameters")["message"] as? String == "It is a word of the dictionary.")
        let echo = try await CheckModule(.echo)
        let other = try await self.slapd(checkModule: echo.path)
        let told = try await DirectoryStage(directory: try other.directory()).reset("alice", to: Self.password)
        #expect(told.code == "password_quality")
        #expect(!told.description.contains(Self.password))
    }

    @Test("a check module that gives no reason, or is not there, is not taken for a bad password with a reason")
    func silentModule() async throws {
        let module = try await CheckModule(.silence)
        for path in [module.path, "/nonexistent/check.so"] {
            let slapd = try await slapd(checkModule: path)
            let stage = try DirectoryStage(directory: try slapd.directory())
            #expect(try await stage.reset("alice", to: Self.password).code == "password_check_silent", "\(path)")
            #expect(try await stage.reset("alice", to: "short").code == "password_too_short", "\(path)")
            #expect(try await stage.reset("alice", to: "{SSHA}aaaaaaaaaaaaaaaa").code == "password_looks_hashed")
        }
    }

    @Test(
        "a password that begins like a hash is told from one that the check refuses; one that only has braces is taken")
    func hashed() async throws {
        let slapd = try await Slapd()
        let stage = try DirectoryStage(directory: try slapd.directory())
        for password in ["{SSHA}aaaaaaaaaaaaaaaa", "{crypt}aaaaaaaaaaaaaaaa"] {
            #expect(try await stage.reset("alice", to: password).code == "password_looks_hashed", "\(password)")
            let changed = try await stage.change("alice", from: Slapd.startPassword("alice"), to: password)
            #expect(changed.code == "password_looks_hashed", "\(password)")
        }
        #expect(try await stage.reset("alice", to: "{sunny} afternoon").code == "applied")
    }

    @Test("a consumer takes no writes, whether it refers to its provider or not")
    func consumer() async throws {
        let provider = try await Slapd.withServerID(1)
        for referral in [true, false] {
            let consumer = try await Slapd(consumerOf: provider, referral: referral)
            let stage = try DirectoryStage(directory: try consumer.directory())
            #expect(try await stage.reset("alice", to: Self.password).code == "directory_read_only", "\(referral)")
        }
    }

    @Test("a read-only database, a restricted one and a channel that is not safe enough are told apart")
    func contextual() async throws {
        let slapd = try await Slapd()
        let stage = try DirectoryStage(directory: try slapd.directory())
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: TRUE")
        #expect(try await stage.reset("alice", to: Self.password).code == "directory_read_only")
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: FALSE")
        try await slapd.lock("bob")
        // The rest of the modifies: those of the password go by another operation.
        try await slapd.configureDatabase("replace: olcRestrict\nolcRestrict: modify")
        #expect(try await DirectoryStage(directory: try slapd.directory()).unlock("bob").code == "directory_read_only")
        try await slapd.configureDatabase("delete: olcRestrict")
        try await slapd.configureDatabase("replace: olcSecurity\nolcSecurity: update_ssf=128")
        #expect(
            try await DirectoryStage(directory: try slapd.directory()).reset("alice", to: Self.password).code
                == "channel_not_secure")
    }

    @Test("an agent that must change its own password first is refused as itself, not for want of a right")
    func restrictedAgent() async throws {
        let slapd = try await Slapd()
        try await slapd.modify(
            """
            dn: cn=services,ou=policies,\(slapd["BASE_DN"])
            changetype: modify
            replace: pwdMustChange
            pwdMustChange: TRUE

            dn: \(slapd["SERVICE_DN"])
            changetype: modify
            replace: pwdReset
            pwdReset: TRUE

            """)
        let answer = try await DirectoryStage(directory: try slapd.directory()).reset("alice", to: Self.password)
        #expect(answer.code == "directory_refused_agent", "\(answer)")
    }

    @Test("an entry that cannot hold a password is told by the server's own code")
    func withoutPassword() async throws {
        let slapd = try await Slapd()
        try await slapd.modify(
            """
            dn: uid=printer,\(slapd["PEOPLE_DN"])
            changetype: add
            objectClass: account
            uid: printer

            """)
        let answer = try await DirectoryStage(directory: try slapd.directory()).reset("printer", to: Self.password)
        #expect(answer.code == "directory_error", "\(answer)")
        #expect(answer.object("parameters")["ldap_name"] as? String == "objectClassViolation")
    }
}

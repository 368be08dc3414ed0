import Directories
import LDAPClient
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Locks of 389 Directory Server: seen, told, cleared, and left alone where they are none.
    @Suite(.serialized)
    struct LockTests {
        private static let password = "Gr0und-Hog-7391"
        private static let state = ["accountUnlockTime", "passwordRetryCount", "retryCountResetTime"]

        @Test("a lock is told with its times and cleared, count and all")
        func unlock() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            try await server.fail("alice")
            let status = try await stage.status("alice")
            #expect(status.object("lock")["locked"] as? Bool == true, "\(status)")
            #expect(status.number("failed_attempts") == 3)
            #expect(try await stage.status("alice").obstacle(to: "change") == "account_locked")
            let answer = try await stage.unlock("alice")
            #expect(answer.outcome == "applied" && answer.flag("was_locked") == true, "\(answer)")
            #expect(answer.number("failed_attempts") == 3)
            #expect(try await server.entry(of: "alice", Self.state).attributeNames.isEmpty)
            #expect(try await server.signsIn("alice", DirectoryServer389.startPassword("alice")))
        }

        @Test("an account without a lock needs no unlock, and one that is not locked yet is told as open")
        func notLocked() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            try await server.fail("alice", times: 2)
            let answer = try await stage.unlock("alice")
            #expect(answer.outcome == "applied" && answer.flag("was_locked") == false, "\(answer)")
            #expect(try await server.entry(of: "alice", Self.state).text("passwordRetryCount") == "2")
        }

        @Test(
            "a lock that lasts until somebody unlocks is cleared by an unlock and by a reset", arguments: [false, true])
        func forGood(byReset: Bool) async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            try await server.fail("heidi")
            let lock = try await stage.status("heidi").object("lock")
            #expect(lock["locked"] as? Bool == true && lock["until"] == nil, "\(lock)")
            let answer = try await byReset ? stage.reset("heidi", to: Self.password) : stage.unlock("heidi")
            #expect(answer.outcome == "applied" && answer.flag("was_locked") == true, "\(answer)")
            let password = byReset ? Self.password : DirectoryServer389.startPassword("heidi")
            #expect(try await server.signsIn("heidi", password))
        }

        @Test("a reset clears the lock whichever way it goes, so one that must keep it is refused")
        func reset() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            for (person, members) in [("alice", #""must_change":true"#), ("bob", "")] {
                try await server.fail(person)
                #expect(
                    try await stage.reset(person, to: Self.password, #""unlock":false"#).code == "reset_would_unlock")
                let answer = try await stage.reset(person, to: Self.password, members)
                #expect(answer.outcome == "applied" && answer.flag("was_locked") == true, "\(answer)")
                #expect(try await server.signsIn(person, Self.password))
                #expect(try await stage.status(person).object("lock")["locked"] as? Bool == false)
            }
        }

        @Test("a refused reset leaves the lock as it is")
        func refusedReset() async throws {
            let server = try await DirectoryServer389()
            try await server.fail("alice")
            #expect(try await server.stage().reset("alice", to: "short").code == "password_too_short")
            let entry = try await server.entry(of: "alice", Self.state)
            #expect(entry.text("passwordRetryCount") == "3" && entry.text("accountUnlockTime") != nil)
        }

        @Test(
            "what a lock has left behind is no lock: its time with no count, its time in the past, a policy without locks"
        )
        func leftovers() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            try await server.fail("alice")
            #expect(try await stage.reset("alice", to: Self.password, #""must_change":true"#).outcome == "applied")
            #expect(try await server.entry(of: "alice", Self.state).text("accountUnlockTime") != nil)
            try await server.fail("alice", times: 1)
            try await server.modify(
                "bob",
                "add: accountUnlockTime\naccountUnlockTime: 20200101000000Z\n-\nadd: passwordRetryCount\npasswordRetryCount: 3"
            )
            for person in ["alice", "bob"] {
                #expect(try await stage.status(person).object("lock")["locked"] as? Bool == false, "\(person)")
                #expect(try await stage.unlock(person).flag("was_locked") == false, "\(person)")
            }
            try await server.fail("carol")
            try await server.configure("replace: passwordLockout\npasswordLockout: off")
            let unlocked = try server.stage()
            #expect(try await unlocked.status("carol").object("lock")["locked"] as? Bool == false)
            #expect(try await server.signsIn("carol", DirectoryServer389.startPassword("carol")))
        }

        @Test("a disabled account is told as disabled, also by way of its role, and never enabled")
        func disabled() async throws {
            let server = try await DirectoryServer389()
            let people = server["PEOPLE_DN"]
            try await server.modify(
                """
                dn: cn=gone,\(people)
                changetype: add
                objectClass: ldapSubEntry
                objectClass: nsRoleDefinition
                objectClass: nsSimpleRoleDefinition
                objectClass: nsManagedRoleDefinition
                cn: gone

                dn: cn=templates,\(people)
                changetype: add
                objectClass: nsContainer
                cn: templates

                dn: cn="cn=gone,\(people)",cn=templates,\(people)
                changetype: add
                objectClass: extensibleObject
                objectClass: costemplate
                objectClass: ldapSubEntry
                cosPriority: 1
                nsAccountLock: true

                dn: cn=locking,\(people)
                changetype: add
                objectClass: ldapSubEntry
                objectClass: cosSuperDefinition
                objectClass: cosClassicDefinition
                cosTemplateDn: cn=templates,\(people)
                cosSpecifier: nsRole
                cosAttribute: nsAccountLock operational

                dn: \(try server.person("bob"))
                changetype: modify
                add: nsRoleDN
                nsRoleDN: cn=gone,\(people)

                """)
            // The server takes up roles and what follows from them in the background.
            let patience = ContinuousClock.now + .seconds(60)
            while try await server.bind("bob").code != .unwillingToPerform, .now < patience {
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(try await server.bind("bob").code == .unwillingToPerform)
            let stage = try server.stage()
            for person in ["bob", "grace"] {
                #expect(try await stage.reset(person, to: Self.password).code == "account_disabled", "\(person)")
                #expect(try await stage.unlock(person).code == "account_disabled", "\(person)")
                let start = DirectoryServer389.startPassword(person)
                #expect(
                    try await stage.change(person, from: start, to: Self.password).code == "account_disabled",
                    "\(person)")
            }
        }

        @Test("an agent that may not see locks does not call an account unlocked")
        func blind() async throws {
            let server = try await DirectoryServer389()
            try await server.modify(
                """
                dn: \(try server.person("alice"))
                changetype: modify
                add: aci
                aci: (targetattr="accountUnlockTime")(version 3.0; acl "hidden"; deny (all)
                  userdn="ldap:///\(server["SERVICE_DN"])";)

                """)
            let answer = try await server.stage().unlock("alice")
            #expect(answer.code == "no_permission", "\(answer)")
            #expect(answer.object("parameters")["right"] as? String == "read_account")
        }
    }
}

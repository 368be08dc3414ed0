import LDAPClient
import Requests
import TestSupport
import Testing

@testable import Directories

extension DirectoryServer389Tests {
    /// What is read of FreeIPA accounts, and the rights that reading and writing them takes.
    @Suite(.serialized)
    struct FreeIPAFacts {
        @Test("locks are reckoned as FreeIPA does: failures, the last unlock by hand, and the duration of the policy")
        func locks() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            for (person, isLocked) in [
                ("alice", false), ("bob", true), ("carol", false), ("dave", false), ("heidi", true),
            ] {
                let lock = try await stage.status(person).object("lock")
                #expect(lock["locked"] as? Bool == isLocked, "\(person): \(lock)")
            }
            #expect(try await stage.status("bob").object("lock")["until"] != nil)
            #expect(try await stage.status("heidi").object("lock")["until"] == nil)
            #expect(try await stage.status("bob").number("failed_attempts") == 3)
        }

        @Test("the account's state is told: disabled, expired, protected, with a token, with an expired password")
        func states() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            for (person, code) in [
                ("grace", "account_disabled"), ("judy", "account_expired"), ("mallory", "account_protected"),
            ] {
                #expect(try await stage.status(person).obstacle(to: "reset") == code, "\(person)")
            }
            #expect(try await stage.status("ivan").obstacle(to: "change") == "change_forbidden")
            #expect(try await stage.status("ivan").obstacle(to: "reset") == nil)
            #expect(try await stage.status("frank").flag("must_change") == true)
            let expiry = try await freeIPA.value("krbPasswordExpiration", of: "frank") ?? ""
            let told = try await stage.status("frank")["password_expires"]
            #expect(told == Timestamp(generalizedTime: expiry).map { "\($0)" } && told != nil)
            #expect(try await stage.status("alice").flag("must_change") == false)
        }

        @Test("the global policy and a group's are told apart")
        func policies() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            let common = try await stage.status("alice").object("password_rules")
            #expect(common["min_length"] as? Int == 10 && common["min_classes"] as? Int == 2, "\(common)")
            #expect(common["lockout_threshold"] as? Int == 3 && common["lockout_seconds"] as? Int == 600)
            #expect(common["min_age_seconds"] as? Int == 3_600 && common["min_age_on_reset"] as? Bool == false)
            let strict = try await stage.status("erin").object("password_rules")
            #expect(strict["min_length"] as? Int == 16 && strict["min_classes"] as? Int == 4, "\(strict)")
        }

        @Test("each of the two modes names itself by its limits")
        func limits() async throws {
            let freeIPA = try await FreeIPAServer()
            for isManager in [false, true] {
                let directory = try freeIPA.server.directory(kind: .freeIPA, isPasswordSyncManager: isManager)
                try await directory.probe(deadline: .now + .seconds(10))
                let limits = Set((directory.description?.limits ?? []).map(\.code))
                #expect(limits.contains("reset_expires") == !isManager, "\(limits)")
                #expect(limits.isSuperset(of: ["policy_bypassed", "locks_per_server"]), "\(limits)")
            }
        }

        @Test("an account is found by its ipaUniqueID")
        func anchor() async throws {
            let freeIPA = try await FreeIPAServer()
            let id = try await freeIPA.server.entry(of: "carol", ["ipaUniqueID"]).text("ipaUniqueID") ?? ""
            let answer = try await freeIPA.stage().ask("status", id: id)
            #expect((answer.object("account")["dn"] as? String)?.hasPrefix("uid=carol,") == true, "\(answer)")
        }

        @Test("with the shipped permissions nothing is missing; without them each is named with the command for it")
        func rights() async throws {
            let freeIPA = try await FreeIPAServer()
            for (right, finding) in try await freeIPA.server.rights(on: "alice", kind: .freeIPA) {
                #expect(finding.state == .granted && finding.remedy == nil, "\(right): \(finding)")
            }
            try await freeIPA.server.modify(
                """
                dn: \(freeIPA.server["PEOPLE_DN"])
                changetype: modify
                replace: aci
                aci: (targetattr="objectClass || uid || ipaUniqueID")(version 3.0; acl "finding";
                  allow (read, search, compare) userdn="ldap:///all";)

                """)
            let findings = try await freeIPA.server.rights(on: "alice", kind: .freeIPA)
            for (right, permission) in [
                (Right.readAccount, "System: Read User Kerberos Login Attributes"),
                (.writePassword, "System: Change User password"), (.clearLock, "writebackd: unlock"),
            ] {
                #expect(findings[right]?.state == .missing, "\(right)")
                #expect(findings[right]?.remedy?.contains("--permissions='\(permission)'") == true, "\(right)")
            }
        }

        @Test("without the policy nothing is written that only the agent holds to it, and no lock is called open")
        func unreadablePolicy() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            try await freeIPA.server.modify(
                """
                dn: cn=kerberos,\(freeIPA.server["BASE_DN"])
                changetype: modify
                add: aci
                aci: (targetattr="*")(version 3.0; acl "no policy"; deny (read, search)
                  userdn="ldap:///\(freeIPA.server["SERVICE_DN"])";)

                """)
            for answer in [try await stage.reset("alice", to: "a"), try await stage.unlock("bob")] {
                #expect(answer.code == "no_permission", "\(answer)")
                #expect(answer.object("parameters")["right"] as? String == "read_policy", "\(answer)")
            }
            #expect(try await freeIPA.server.signsIn("alice", DirectoryServer389.startPassword("alice")))
            #expect(try await stage.status("alice").obstacle(to: "reset") == "no_permission")
            let findings = try await freeIPA.server.rights(on: "alice", kind: .freeIPA)
            #expect(findings[.readPolicy]?.operations.contains(.unlock) == true)
        }

        @Test("numbers that no clock and no count reaches do no harm")
        func hugeNumbers() async throws {
            let freeIPA = try await FreeIPAServer()
            let policy = "cn=global_policy,cn=EXAMPLE.TEST,cn=kerberos,\(freeIPA.server["BASE_DN"])"
            for attribute in ["krbPwdLockoutDuration", "krbPwdFailureCountInterval", "krbMinPwdLife"] {
                try await freeIPA.server.modify(
                    "dn: \(policy)\nchangetype: modify\nreplace: \(attribute)\n\(attribute): \(Int.max)\n")
            }
            try await freeIPA.lock("alice")
            #expect(try await freeIPA.stage().status("alice").object("lock")["locked"] as? Bool == true)
            try await freeIPA.server.modify(
                "alice", "replace: krbLoginFailedCount\nkrbLoginFailedCount: \(Int32.max)")
            #expect(try await freeIPA.stage().status("alice").outcome == "answered")
        }

        @Test("a lock is told from the one before it, although both have the same count")
        func lockMarks() async throws {
            let freeIPA = try await FreeIPAServer()
            var marks: Set<String?> = []
            for time in ["20240101000000Z", "20240101000001Z"] {
                try await freeIPA.server.modify(
                    "alice",
                    "replace: krbLoginFailedCount\nkrbLoginFailedCount: 3\n-\nreplace: krbLastFailedAuth\n"
                        + "krbLastFailedAuth: \(time)")
                let entry = try await freeIPA.server.entry(of: "alice", ["krbLoginFailedCount", "krbLastFailedAuth"])
                marks.insert(Sight(freeIPA: entry, isNumbered: false).lock)
            }
            #expect(marks == ["20240101000000Z#3", "20240101000001Z#3"])
        }
    }
}

import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

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
    }
}

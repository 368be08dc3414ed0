import AccountPolicy
import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

/// What a domain controller tells of an account before anything is written.
@Suite(.serialized)
struct ActiveDirectoryStatusTests {
    @Test func `the domain's policy is told, and what Samba does not enforce on reset`() async throws {
        let samba = try await Samba()
        try await samba.policy("minPwdAge", "-864000000000")
        try await samba.policy("maxPwdAge", "-36288000000000")
        let status = try await samba.stage().status("alice")
        // Set on the first day of 2024; who is exempt from expiry has no such time.
        #expect(status["password_expires"] == "2024-02-12T00:00:00Z")
        #expect(try await samba.stage().status("judy")["password_expires"] == nil)
        let rules = status.object("password_rules")
        let told: [String: Int] = [
            "min_length": 10, "min_classes": 3, "history": 5, "min_age_seconds": 86_400, "max_age_seconds": 42 * 86_400,
            "lockout_threshold": 3, "lockout_seconds": 600,
        ]
        for (name, value) in told { #expect(rules[name] as? Int == value, "\(name)") }
        #expect(rules["history_on_reset"] as? Bool == false)
        #expect(rules["min_age_on_reset"] as? Bool == false)
        #expect(rules["forbids_names"] == nil)
        #expect(rules["max_length"] == nil)
    }

    @Test func `settings of the account's own come before those of the domain`() async throws {
        let samba = try await Samba()
        let rules = try await samba.stage().status("erin").object("password_rules")
        let told = ["min_length": 16, "min_age_seconds": 86_400, "lockout_threshold": 2]
        for (name, value) in told { #expect(rules[name] as? Int == value, "\(name)") }
    }

    @Test func `settings that may not be read are not replaced by the domain's`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage(as: try samba.credentials("judy"))
        let status = try await stage.status("erin")
        #expect(status.obstacle(to: "change") == "no_permission", "\(status)")
        #expect(status.object("password_rules")["min_length"] == nil)
        #expect(try await samba.rights(on: "erin", as: try samba.credentials("judy"))[.readPolicy]?.state == .missing)
        #expect(try await stage.status("alice").obstacle(to: "change") == nil)
    }

    @Test func `a lock is told with its beginning and its end`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        let lock = try await samba.stage().status("bob").object("lock")
        #expect(lock["locked"] as? Bool == true)
        let since = try #require((lock["since"] as? String).flatMap(Self.time))
        let until = try #require((lock["until"] as? String).flatMap(Self.time))
        #expect(abs(since.seconds - Timestamp.now.seconds) < 60)
        #expect(until == since + 600)
    }

    @Test func `a lock that has run out is none, though lockoutTime stays`() async throws {
        let samba = try await Samba()
        for attribute in ["lockoutDuration", "lockOutObservationWindow"] {
            try await samba.policy(attribute, "-10000000")
        }
        try await samba.lock("bob")
        let stage = try samba.stage()
        while try await stage.status("bob").object("lock")["locked"] as? Bool == true {}
        #expect(try await samba.value("lockoutTime", of: "bob") != "0")
        #expect(try await stage.unlock("bob").flag("was_locked") == false)
    }

    @Test func `each state stands in the way of what it should`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        let obstacles: [(person: String, reset: String?, unlock: String?, change: String?)] = [
            ("alice", nil, nil, nil), ("ivan", nil, nil, nil), ("judy", nil, nil, nil),
            ("frank", nil, nil, "change_forbidden"),
            ("grace", "account_disabled", "account_disabled", "account_disabled"),
            ("heidi", "account_expired", "account_expired", "account_expired"),
            ("mallory", "account_protected", "account_protected", "account_protected"),
            ("oscar", "no_permission", "no_permission", "no_permission"),
        ]
        for expected in obstacles {
            let status = try await stage.status(expected.person)
            #expect(status.obstacle(to: "reset") == expected.reset, "\(status)")
            #expect(status.obstacle(to: "unlock") == expected.unlock, "\(status)")
            #expect(status.obstacle(to: "change") == expected.change, "\(status)")
        }
    }

    @Test func `a password that has expired, or was set by somebody else, is due`() async throws {
        let samba = try await Samba()
        try await samba.policy("maxPwdAge", "-36288000000000")
        let stage = try samba.stage()
        #expect(try await stage.status("alice").flag("must_change") == true)
        #expect(try await stage.status("ivan").flag("must_change") == true)
        #expect(try await stage.status("judy").flag("must_change") == false)
        try await stage.reset("alice", to: "Brand-New-1")
        #expect(try await stage.status("alice").flag("must_change") == false)
    }

    @Test func `the server is recognised, and what it does not enforce is said`() async throws {
        let samba = try await Samba()
        let connection = try await samba.connect()
        let root = try await connection.readRootDSE(deadline: Samba.patience)
        await connection.close()
        let found = try #require(Recognition(root))
        #expect(found.kind == .activeDirectory)
        #expect(found.product == "Samba Active Directory")
        #expect(!found.isReadOnly)
    }

    private static func time(_ text: String) -> Timestamp? {
        Timestamp(generalizedTime: text.filter { $0.isNumber } + "Z")
    }
}

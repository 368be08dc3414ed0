import Requests
import TestSupport
import Testing

/// The preflight of rights in slapd, on the very entry.
@Suite(.serialized)
struct RightsTests {
    @Test("the shipped rules grant every right that slapd tells of")
    func shipped() async throws {
        let slapd = try await Slapd()
        let rights = try await slapd.rights(on: "alice")
        for right in [Right.writePassword, .clearLock, .askForChange, .readAccount, .readPolicy] {
            #expect(rights[right]?.state == .granted, "\(right)")
            #expect(rights[right]?.remedy == nil, "\(right)")
        }
        #expect(rights[.verifyPassword]?.state == .unknown)
    }

    @Test("an account that a rule protects lacks the rights that the rule takes, and no others")
    func protected() async throws {
        let slapd = try await Slapd()
        let rights = try await slapd.rights(on: "mallory")
        #expect(rights[.writePassword]?.state == .missing)
        #expect(rights[.clearLock]?.state == .missing)
        #expect(rights[.askForChange]?.state == .missing)
        // The rule hides pwdReset, too.
        #expect(rights[.readAccount]?.state == .missing)
        #expect(rights[.readAccount]?.remedy?.contains(" attrs=pwdReset\n") == true)
        #expect(rights[.readPolicy]?.state == .granted)
        #expect(try await slapd.rights(on: "alice")[.writePassword]?.state == .granted)
    }

    @Test("each remedy, given to slapd as it is, grants what was missing; also for a name full of reserved characters")
    func remedies() async throws {
        let slapd = try await Slapd()
        try await slapd.allow("none", to: #"dn.subtree="ou=policies,\#(slapd["BASE_DN"])""#)
        try await slapd.allow(
            "none",
            to: #"dn.subtree="\#(slapd["PEOPLE_DN"])" attrs=userPassword,pwdAccountLockedTime,pwdReset,entryCSN"#)
        for person in ["mallory", "odd", "Zoë", #"a*b(c)\d"#] {
            for right in [Right.writePassword, .clearLock, .askForChange, .readAccount, .readPolicy] {
                guard let finding = try await slapd.rights(on: person)[right] else { throw TestFailure("no \(right)") }
                // Clearing a lock, or asking for a change, comes with the right to read the same attribute; and people
                // may share a policy.
                guard finding.state != .granted else { continue }
                #expect(finding.state == .missing, "\(person) \(right)")
                try await slapd.configure(finding.remedy ?? "")
                #expect(try await slapd.rights(on: person)[right]?.state == .granted, "\(person) \(right)")
            }
        }
        #expect(try await slapd.rights(on: "bob")[.writePassword]?.state == .missing)
    }

    @Test("half a right is none: neither adding alone nor deleting alone is enough to write a password")
    func halfRights() async throws {
        let slapd = try await Slapd()
        for access in ["=a", "=z", "=rscdx", "read", "=xw", "=w", "write"] {
            try await slapd.allow(access, to: #"dn.exact="\#(try slapd.person("alice"))" attrs=userPassword"#)
            let expected: RightFinding.State = access.hasSuffix("w") || access == "write" ? .granted : .missing
            #expect(try await slapd.rights(on: "alice")[.writePassword]?.state == expected, "\(access)")
            try await slapd.disallow()
        }
    }

    @Test("an agent that may manage the password is told that no policy holds it")
    func manage() async throws {
        let slapd = try await Slapd()
        for access in ["manage", "=wm"] {
            try await slapd.allow(access, to: #"dn.exact="\#(try slapd.person("alice"))" attrs=userPassword"#)
            let finding = try await slapd.rights(on: "alice")[.writePassword]
            #expect(finding?.state == .excessive, "\(access)")
            #expect(finding?.remedy?.contains("=xw") == true)
            try await slapd.disallow()
        }
        // A password that is too young to be changed is no reason to think so.
        let stage = try DirectoryStage(directory: try slapd.directory())
        try await stage.reset("erin", to: "Sixteen-chars-or-more-9")
        #expect(try await slapd.rights(on: "erin")[.writePassword]?.state == .granted)
    }

    @Test("an account under no policy that can be seen is not taken for one that the agent manages")
    func noPolicyOfItsOwn() async throws {
        let slapd = try await Slapd()
        let nowhere = "cn=nowhere,ou=policies,\(slapd["BASE_DN"])"
        try await slapd.modify("alice", "replace: pwdPolicySubentry\npwdPolicySubentry: \(nowhere)")
        let rights = try await slapd.rights(on: "alice")
        #expect(rights[.writePassword]?.state == .granted)
        #expect(rights[.readPolicy]?.state == .missing)
    }

    @Test("a database without the ppolicy overlay is recognised, and its other rights are told all the same")
    func withoutOverlay() async throws {
        let slapd = try await Slapd()
        try await slapd.withoutPolicy()
        let rights = try await slapd.rights(on: "alice")
        #expect(rights[.writePassword]?.state == .granted)
        #expect(rights[.readAccount]?.state == .granted)
        for right in [Right.clearLock, .askForChange, .readPolicy] {
            #expect(rights[right]?.state == .unknown, "\(right)")
            #expect(rights[right]?.remedy?.contains("olcOverlay: ppolicy") == true)
        }
        #expect(try await slapd.rights(on: "mallory")[.writePassword]?.state == .missing)
    }

    @Test("a server that takes no writes leaves the rights unknown and says what it answered")
    func readOnly() async throws {
        let slapd = try await Slapd()
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: TRUE")
        let finding = try await slapd.rights(on: "alice")[.writePassword]
        #expect(finding?.state == .unknown)
        #expect(finding?.remedy?.contains("operation restricted") == true)
    }

    @Test("a lock that may be searched for but not read is no right to read")
    func searchOnly() async throws {
        let slapd = try await Slapd()
        try await slapd.lock("alice")
        try await slapd.allow("=zs", to: "attrs=pwdAccountLockedTime")
        let finding = try await slapd.rights(on: "alice")[.readAccount]
        #expect(finding?.state == .missing)
        #expect(finding?.remedy?.contains(" attrs=pwdAccountLockedTime\n") == true)
    }
}

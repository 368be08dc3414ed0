import LDAPClient
import Requests
import TestSupport
import Testing

/// What the preflight says of the agent's rights is what the directory then does, in both directions.
@Suite(.serialized)
struct ActiveDirectoryRightsTests {
    @Test func `the shipped delegation grants every right`() async throws {
        let samba = try await Samba()
        let rights = try await samba.rights(on: "alice")
        #expect(rights.count == 6)
        for (right, finding) in rights {
            #expect(finding.state == .granted, "\(right)")
            #expect(finding.remedy == nil, "\(right)")
        }
    }

    @Test func `an account that inherits nothing from the branch lacks them`() async throws {
        let samba = try await Samba()
        let rights = try await samba.rights(on: "oscar")
        for right in [Right.writePassword, .clearLock, .askForChange, .readAccount] {
            #expect(rights[right]?.state == .missing, "\(right)")
            #expect(rights[right]?.remedy?.contains("--objectdn='OU=undelegated,OU=people,") == true, "\(right)")
        }
        #expect(rights[.verifyPassword]?.state == .granted)
    }

    @Test func `a protected account lacks them for good, and nobody is told to grant them`() async throws {
        let samba = try await Samba()
        let rights = try await samba.rights(on: "mallory")
        for right in [Right.writePassword, .clearLock, .askForChange] {
            #expect(rights[right]?.state == .missing, "\(right)")
            #expect(rights[right]?.remedy?.contains("AdminSDHolder") == true, "\(right)")
            #expect(rights[right]?.remedy?.contains("dsacl") == false, "\(right)")
        }
    }

    @Test func `an account that left the protected groups works where the rights are there, whatever adminCount says`()
        async throws
    {
        let samba = try await Samba()
        try await samba.modify(try samba.person("alice"), "add: adminCount\nadminCount: 1")
        #expect(try await samba.rights(on: "alice")[.writePassword]?.state == .granted)
        #expect(try await samba.stage().reset("alice", to: "Brand-New-1").code == "applied")
    }

    @Test func `an account that may not change its password is found out`() async throws {
        let samba = try await Samba()
        let rights = try await samba.rights(on: "frank")
        #expect(rights[.verifyPassword]?.state == .missing)
        #expect(rights[.writePassword]?.state == .granted)
    }

    @Test func `the attributes that the directory calls writable are the ones found to be`() async throws {
        let samba = try await Samba()
        let connection = try await samba.connect()
        for person in ["alice", "oscar", "mallory", "frank", "erin"] {
            let entry = try await connection.entry(
                try samba.person(person), attributes: ["allowedAttributesEffective"], deadline: Samba.patience)
            let writable = Set(entry?.texts("allowedAttributesEffective") ?? [])
            let rights = try await samba.rights(on: person)
            #expect(writable.contains("lockoutTime") == (rights[.clearLock]?.state == .granted), "\(person)")
            #expect(writable.contains("pwdLastSet") == (rights[.askForChange]?.state == .granted), "\(person)")
        }
        await connection.close()
    }

    @Test func `looking for rights changes nothing and counts no wrong password`() async throws {
        let samba = try await Samba()
        for person in ["alice", "oscar", "mallory"] {
            let before = [
                try await samba.value("uSNChanged", of: person), try await samba.value("badPwdCount", of: person),
            ]
            _ = try await samba.rights(on: person)
            let after = [
                try await samba.value("uSNChanged", of: person), try await samba.value("badPwdCount", of: person),
            ]
            #expect(before == after, "\(person)")
        }
    }

    /// An ordinary user has none of the rights; each remedy, run as it stands, grants the one it is for.
    @Test func `each remedy grants what it is for, and nothing else`() async throws {
        let samba = try await Samba()
        let judy = try samba.credentials("judy")
        for right in [Right.writePassword, .clearLock, .askForChange] {
            let before = try await samba.rights(on: "alice", as: judy)
            #expect(before[right]?.state == .missing, "\(right)")
            try await samba.run(try #require(before[right]?.remedy))
            let after = try await samba.rights(on: "alice", as: judy)
            #expect(after[right]?.state == .granted, "\(right)")
            #expect(
                after.values.filter { $0.state == .granted }.count == before.values.filter { $0.state == .granted }
                    .count + 1)
        }
        try await samba.lock("alice")
        let answer = try await samba.stage(as: judy).reset("alice", to: "Brand-New-1", #""must_change":true"#)
        #expect(answer.code == "applied", "\(answer)")
    }

    @Test func `the remedies for reading work as they stand`() async throws {
        let samba = try await Samba()
        try await samba.run(try #require(try await samba.rights(on: "oscar")[.readAccount]?.remedy))
        #expect(try await samba.rights(on: "oscar")[.readAccount]?.state == .granted)
        #expect(
            try await samba.stage().reset("oscar", to: "Brand-New-1").object("parameters")["right"] as? String
                == "write_password")
        let judy = try samba.credentials("judy")
        try await samba.run(try #require(try await samba.rights(on: "erin", as: judy)[.readPolicy]?.remedy))
        #expect(try await samba.rights(on: "erin", as: judy)[.readPolicy]?.state == .granted)
    }

    @Test func `a remedy is safe to paste whatever the unit is called`() async throws {
        let samba = try await Samba()
        let judy = try samba.credentials("judy")
        let remedy = try #require(try await samba.rights(on: "odd", as: judy)[.writePassword]?.remedy)
        try await samba.run(remedy)
        #expect(try await samba.rights(on: "odd", as: judy)[.writePassword]?.state == .granted)
    }
}

extension Samba {
    /// Runs a remedy as a person would, in a shell, as the administrator.
    func run(_ remedy: String) async throws {
        let login = administratorLogin.map { "'\($0)'" }.joined(separator: " ")
        try await Command.run("/bin/bash", ["-c", remedy.replacing("-U Administrator", with: login)])
    }
}

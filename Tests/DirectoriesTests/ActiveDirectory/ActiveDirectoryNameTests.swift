import LDAPClient
import Requests
import TestSupport
import Testing

/// Names with every character that a DN reserves, of the account and of the unit above it.
@Suite(.serialized)
struct ActiveDirectoryNameTests {
    @Test(arguments: ["odd", "odd1", "odd2", "odd3", "zoe"])
    func `every operation works whatever the entry is called`(account: String) async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        let status = try await stage.status(account)
        #expect(status.code == "answered", "\(status)")
        let name = try DistinguishedName(try #require(status.object("account")["dn"] as? String))
        #expect(try await stage.change(account, from: "Start-\(account)-2024", to: "Brand-New-1").code == "applied")
        for _ in 1...3 { _ = try await samba.signIn(name, "wrong") }
        #expect(try await samba.signIn(name, "Brand-New-1") == "775")
        #expect(try await stage.unlock(account).flag("was_locked") == true)
        #expect(try await samba.signIn(name, "Brand-New-1") == "in")
        #expect(try await stage.reset(account, to: "Brand-New-2", #""must_change":true"#).code == "applied")
        #expect(try await samba.signIn(name, "Brand-New-2") == "773")
    }

    @Test(arguments: ["odd", "odd1", "odd2", "odd3", "zoe"])
    func `the agent has its rights whatever the entry is called`(account: String) async throws {
        let samba = try await Samba()
        for (right, finding) in try await samba.rights(on: account) {
            #expect(finding.state == .granted, "\(right)")
        }
    }
}

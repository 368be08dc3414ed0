import LDAPClient
import TestSupport
import Testing

@Suite("Kerberos tickets over time", .serialized)
struct TicketTests {
    @Test("connections go on being opened after the first ticket has expired", .timeLimit(.minutes(1)))
    func renewed() async throws {
        let kdc = try await KDC(ticketLife: 2)
        let slapd = try await Slapd(kdc: kdc)
        _ = try await slapd.connect(as: kdc.credentials())
        let first = try kdc.issued(for: "krbtgt/\(kdc["REALM"])")
        let expiry = ContinuousClock.now + .seconds(3)
        try await Task.sleep(until: expiry)
        _ = try await slapd.connect(as: kdc.credentials())
        #expect(try kdc.issued(for: "krbtgt/\(kdc["REALM"])") > first)
    }

    @Test("as long as tickets are good, further connections fetch none")
    func kept() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        for _ in 1...5 { _ = try await slapd.connect(as: kdc.credentials()) }
        #expect(try kdc.issued(for: "krbtgt/\(kdc["REALM"])") == 1)
        #expect(try kdc.issued(for: "ldap/127.0.0.1") == 1)
    }

    @Test("many connections at a time get their tickets while these are renewed", .timeLimit(.minutes(1)))
    func renewedByMany() async throws {
        let kdc = try await KDC(ticketLife: 2)
        let slapd = try await Slapd(kdc: kdc)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let end = ContinuousClock.now + .seconds(6)
                    while ContinuousClock.now < end { _ = try await slapd.connect(as: kdc.credentials()) }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("a KDC that answers nothing costs no more than the time there is", .timeLimit(.minutes(1)))
    func frozen() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await kdc.freeze()
        var settings = try slapd.plain
        settings.connectTimeout = .seconds(2)
        let late = await ldapError { _ = try await slapd.connect(settings, as: kdc.credentials()) }
        #expect(late?.unreachable?.contains("KDC did not answer") == true)
        settings.connectTimeout = .seconds(60)
        let shortly = ContinuousClock.now + .seconds(2)
        let error = await ldapError {
            _ = try await LDAPConnection.open(settings, credentials: kdc.credentials(), deadline: shortly)
        }
        #expect(error?.unreachable?.contains("KDC did not answer") == true)
        let task = Task { [settings] in _ = try await slapd.connect(settings, as: kdc.credentials()) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        #expect(await ldapError { try await task.value } == .cancelled(sent: false))
        try await kdc.thaw()
        _ = try await slapd.connect(as: kdc.credentials())
    }

    @Test("no more than so many threads wait for a KDC, and those that were left behind end", .timeLimit(.minutes(3)))
    func bounded() async throws {
        await #expect(processExitsWith: .success) {
            let kdc = try await KDC()
            let slapd = try await Slapd(kdc: kdc)
            try await kdc.freeze()
            var settings = try slapd.plain
            settings.connectTimeout = .milliseconds(100)
            var reasons: [String] = []
            while reasons.last?.contains("32 requests for Kerberos tickets are waiting for the KDC already") != true {
                let error = await ldapError { [settings] in
                    _ = try await slapd.connect(settings, as: kdc.credentials())
                }
                reasons.append(error?.unreachable ?? "")
            }
            #expect(reasons.count { $0.contains("the KDC did not answer in time") } <= 32)
            #expect(reasons.count > 32)
            try await kdc.thaw()
            var isOpen = false
            while !isOpen { isOpen = await ldapError { _ = try await slapd.connect(as: kdc.credentials()) } == nil }
        }
    }
}

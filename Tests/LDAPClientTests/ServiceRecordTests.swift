import Testing

@testable import LDAPClient

@Suite("Service records")
struct ServiceRecordTests {
    @Test("records are tried by priority")
    func priorities() {
        let records = [30, 10, 20].map { record("h\($0).example.org", priority: $0) }
        var chance = Chance()
        #expect(ServiceRecord.ordered(records, using: &chance).map(\.priority) == [10, 20, 30])
    }

    @Test("among equals each comes first as often as its weight says")
    func weights() {
        let records = [record("one", weight: 10), record("three", weight: 30), record("none", weight: 0)]
        var chance = Chance()
        var firsts: [String: Int] = [:]
        for _ in 1...10_000 {
            let ordered = ServiceRecord.ordered(records, using: &chance)
            #expect(Set(ordered) == Set(records))
            firsts[ordered[0].target, default: 0] += 1
        }
        #expect((7000...7700).contains(firsts["three"] ?? 0))
        #expect((2200...2700).contains(firsts["one"] ?? 0))
        #expect((100...400).contains(firsts["none"] ?? 0))
    }

    @Test("records without weight are each used first now and then, whatever their order")
    func noWeights() {
        let records = ["a", "b"].map { record($0, weight: 0) }
        var chance = Chance()
        let firsts = Set((1...100).map { _ in ServiceRecord.ordered(records, using: &chance)[0].target })
        #expect(firsts == ["a", "b"])
    }

    @Test("only hosts at or below the domain are taken, by whole labels, and the others are named")
    func foreignTargets() throws {
        let lookup = try ServiceRecordLookup(domain: "Example.org.", startTLS: false)
        let own = ["example.org", "LDAP.example.org", "a.b.example.org"].map { record($0) }
        let foreign = ["example.com", "notexample.org", "example.org.evil.test"].map { record($0) }
        let answer = try lookup.usable(own + foreign)
        #expect(answer.records == Set(own))
        #expect(answer.refusedTargets == ["example.com", "example.org.evil.test", "notexample.org"])
        #expect(answer.fault?.contains("example.org.evil.test") == true)
        #expect(
            throws: LDAPError.unreachable(
                "DNS names for _ldap._tcp.Example.org only example.com, which is not in the domain")
        ) {
            try lookup.usable(foreign)
        }
    }

    @Test("a domain can say that it has no such service")
    func noService() throws {
        let lookup = try ServiceRecordLookup(domain: "example.org", startTLS: false)
        for records in [[], [record("")], [record("ldap.example.org", port: 0)]] {
            #expect(throws: LDAPError.unreachable("DNS says for _ldap._tcp.example.org: no such service here")) {
                try lookup.usable(records)
            }
        }
    }

    @Test("the port for clear text becomes the one for TLS, unless StartTLS is configured")
    func ports() throws {
        let records = [record("a.example.org", port: 389), record("a.example.org", port: 1636)]
        let secure = try ServiceRecordLookup(domain: "example.org", startTLS: false)
        #expect(
            records.map { "\(secure.address(of: $0))" } == ["ldaps://a.example.org:636", "ldaps://a.example.org:1636"])
        let upgraded = try ServiceRecordLookup(domain: "example.org", startTLS: true)
        #expect(
            records.map { "\(upgraded.address(of: $0))" } == ["ldap://a.example.org:389", "ldap://a.example.org:1636"])
    }

    @Test("eight servers are taken, each once, the most wanted ones first")
    func bounded() throws {
        let lookup = try ServiceRecordLookup(domain: "example.org", startTLS: false)
        let records = (1...20).map { record("H\($0).example.org", priority: UInt16($0)) }
        let twice = records.map { record($0.target.lowercased(), priority: $0.priority) }
        #expect(lookup.addresses(Set(records + twice)).map(\.host) == (1...8).map { "h\($0).example.org" })
    }

    @Test(
        "what is not the name of a domain is refused",
        arguments: ["", ".", "a..b", "-a b", "10.0.0.1", "ex ample.org", String(repeating: "a", count: 64)])
    func notADomain(name: String) {
        #expect(throws: LDAPError.self) { try ServiceRecordLookup(domain: name, startTLS: false) }
    }

    private func record(
        _ target: String, priority: UInt16 = 0, weight: UInt16 = 0, port: UInt16 = 636
    ) -> ServiceRecord {
        ServiceRecord(priority: priority, weight: weight, port: port, target: target)
    }

    /// The same numbers in every run (a linear congruential generator with the constants of MMIX).
    private struct Chance: RandomNumberGenerator {
        private var state: UInt64 = 1

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }
}

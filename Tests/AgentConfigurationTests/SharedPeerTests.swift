import AgentConfiguration
import Testing

@Suite struct SharedPeerTests {
    private func paths(_ file: SampleFile) -> [String] {
        file.findings.map(\.keyPath)
    }

    private func overlaps(_ file: SampleFile) throws -> [String] {
        let callers = try file.settings().callers
        do {
            _ = try PeerNames.resolve(callers)
            return []
        } catch {
            return error.findings.map(\.keyPath)
        }
    }

    /// A caller that signs, `callers.cloud`, and one that is trusted as a peer, `callers.desk`.
    private func mixed(cloud: String, desk key: String, _ desk: String) -> SampleFile {
        .signed([
            "callers.cloud.users": cloud, "callers.desk.trust": #""peer""#, "callers.desk.\(key)": desk,
        ])
    }

    @Test func `callers that sign may share a peer`() {
        #expect(paths(SignedCallerTests.pair()).isEmpty)
    }

    @Test func `a peer that is trusted as such is in no other table`() {
        #expect(paths(mixed(cloud: #"["www-data"]"#, desk: "users", #"["www-data"]"#)) == ["callers.desk.users"])
        #expect(paths(mixed(cloud: #"["www-data"]"#, desk: "groups", #"["www-data"]"#)).isEmpty)
    }

    @Test func `every table that names such a peer is told, whichever comes first`() {
        let file = SampleFile.signed([
            "callers.desk.trust": #""peer""#, "callers.desk.users": #"["www-data"]"#,
            "callers.other.trust": #""signature""#, "callers.other.users": #"["www-data"]"#,
            "callers.other.issuer": #""b""#, "callers.other.keys": #"["/b.pem"]"#,
        ])
        #expect(paths(file) == ["callers.desk.users", "callers.other.users"])
        #expect(file.findings.last?.message.contains("who is callers.desk already") == true)
    }

    @Test func `a table in between that may share the peer does not hide the one that may not`() {
        let file = SampleFile.signed([
            "callers.branch.trust": #""peer""#, "callers.branch.users": #"["www-data"]"#,
            "callers.other.trust": #""signature""#, "callers.other.users": #"["www-data"]"#,
            "callers.other.issuer": #""b""#, "callers.other.keys": #"["/b.pem"]"#,
        ])
        #expect(paths(file) == ["callers.cloud.users", "callers.other.users"])
    }

    @Test func `a trust that is wrong itself is not held against another caller that signs`() {
        let file = SampleFile.signed([
            "callers.other.trust": #""jwt""#, "callers.other.users": #"["www-data"]"#,
        ])
        #expect(paths(file) == ["callers.other.trust"])
    }

    @Test func `on the machine too, only callers that sign may share a peer`() throws {
        #expect(try overlaps(SignedCallerTests.pair(users: #"["33"]"#)).isEmpty)
        #expect(
            try overlaps(mixed(cloud: #"["root"]"#, desk: "users", #"["0"]"#)) == ["callers.desk.users[0]"])
        #expect(
            try overlaps(mixed(cloud: #"["daemon"]"#, desk: "groups", #"["1"]"#)) == ["callers.cloud.users[0]"])
    }

    @Test func `a shared peer is each caller's`() throws {
        let peers = try PeerNames.resolve(SignedCallerTests.pair(users: #"["33"]"#).settings().callers)
        #expect(peers.map(\.caller) == ["cloud", "other"])
        #expect(peers.map(\.userIDs) == [[33], [33]])
    }
}

import LDAPClient
import TestSupport
import Testing

@Suite("What a server says about itself", .serialized)
struct RootDSETests {
    private let slapd: Slapd
    private let deadline = ContinuousClock.Instant.now + .seconds(20)

    init() async throws {
        slapd = try await Slapd()
    }

    @Test("the root DSE names the tree, the controls, the extensions and the features")
    func slapdsOwn() async throws {
        let connection = try await slapd.connect()
        let root = try await connection.readRootDSE(deadline: deadline)
        #expect(root.namingContexts == [slapd["BASE_DN"]])
        #expect(root.supportedControls.contains(Control.passwordPolicyOID))
        #expect(root.supportedExtensions.contains("1.3.6.1.4.1.4203.1.11.1"))
        #expect(root.supportedFeatures.contains("1.3.6.1.1.14"))
        #expect(root.supportedCapabilities.isEmpty)
        #expect(root.vendorName == nil)
        #expect(root.entry.texts("CONFIGCONTEXT") == ["cn=config"])
        #expect(root.entry.dn.isRoot)
        #expect(connection.rootDSE == nil)
    }

    @Test("the mechanisms are those of this connection")
    func mechanisms() async throws {
        let local = try await slapd.connect(slapd.local, as: .external)
        #expect(try await local.readRootDSE(deadline: deadline).supportedSASLMechanisms.contains("EXTERNAL"))
        let plain = try await slapd.connect()
        #expect(try await plain.readRootDSE(deadline: deadline).supportedSASLMechanisms.contains("EXTERNAL") == false)
    }

    @Test("a pool reads it on every connection it opens")
    func ofPool() async throws {
        let pool = try ConnectionPool(
            servers: [slapd.plain], credentials: slapd.serviceCredentials, size: 2, maximumWaiting: 0)
        let first = try await pool.lease(deadline: deadline)
        let second = try await pool.lease(deadline: deadline)
        let beside = try await pool.connect(to: slapd.plain.address, deadline: deadline)
        for connection in [first.connection, second.connection, beside] {
            #expect(connection.rootDSE?.namingContexts == [slapd["BASE_DN"]])
        }
    }

    @Test("a server that does not show its root DSE can be used all the same")
    func hidden() async throws {
        try await slapd.configure(
            """
            dn: olcDatabase={-1}frontend,cn=config
            changetype: modify
            replace: olcAccess
            olcAccess: {0}to dn.base="" by * none
            olcAccess: {1}to * by * read
            """)
        let pool = try ConnectionPool(
            servers: [slapd.plain], credentials: slapd.serviceCredentials, size: 1, maximumWaiting: 0)
        let lease = try await pool.lease(deadline: deadline)
        #expect(lease.connection.rootDSE?.namingContexts.isEmpty ?? true)
        #expect(try await lease.connection.whoAmI(deadline: deadline).hasPrefix("dn:"))
    }
}

import LDAPClient
import TestSupport
import Testing

@Suite("Reasons why TLS fails", .serialized)
struct TLSTests {
    @Test("a certificate of another CA is an untrusted chain, with ldaps and StartTLS")
    func wrongCA() async throws {
        let slapd = try await Slapd()
        for settings in [
            try slapd.tls(caFile: slapd["OTHER_CA_FILE"]), try slapd.startTLS(caFile: slapd["OTHER_CA_FILE"]),
        ] {
            let failure = try await failure(settings)
            guard case .untrustedChain = failure else { throw TestFailure("\(failure)") }
        }
    }

    @Test("an expired certificate tells when it expired")
    func expired() async throws {
        let slapd = try await Slapd(certificate: .expired)
        for settings in [try slapd.tls(), try slapd.startTLS()] {
            let failure = try await failure(settings)
            guard case .expired(let notAfter) = failure else { throw TestFailure("\(failure)") }
            #expect(notAfter.hasPrefix("20") && notAfter.hasSuffix("Z"))
        }
    }

    @Test("another host's certificate tells whose it is")
    func otherHost() async throws {
        let slapd = try await Slapd(certificate: .wrongHost)
        for settings in [try slapd.tls(), try slapd.startTLS()] {
            let failure = try await failure(settings)
            guard case .hostNameMismatch(let host, let names) = failure else { throw TestFailure("\(failure)") }
            #expect(host == settings.address.host)
            #expect(!names.isEmpty && !names.contains(host))
        }
    }

    @Test("the name in the URL counts, not the address it resolves to")
    func nameInURL() async throws {
        let slapd = try await Slapd()
        let port = try ServerAddress(slapd["LDAPS_URL"]).port
        let byAddress = ConnectionSettings(
            address: try ServerAddress("ldaps://127.0.0.1:\(port)"), caFile: slapd.caFile)
        _ = try await slapd.connect(byAddress)
        let other = ConnectionSettings(address: try ServerAddress("ldaps://127.0.0.2:\(port)"), caFile: slapd.caFile)
        await #expect(throws: LDAPError.self) { _ = try await slapd.connect(other) }
    }

    @Test("a CA file that is missing or holds nothing is named", arguments: ["/nonexistent/ca.pem", "/dev/null"])
    func missingCAFile(path: String) async throws {
        let slapd = try await Slapd()
        #expect(try await failure(slapd.tls(caFile: path)) == .caFileUnreadable(path: path))
    }

    @Test("a client certificate that is missing is named")
    func missingClientCertificate() async throws {
        let slapd = try await Slapd()
        var settings = try slapd.tls()
        settings.clientCertificateFile = "/nonexistent/client.pem"
        settings.clientKeyFile = slapd["CLIENT_KEY"]
        #expect(try await failure(settings) == .clientCertificateUnusable(path: "/nonexistent/client.pem"))
    }

    @Test("a server that knows only TLS 1.1 is refused for its version")
    func oldVersion() async throws {
        let slapd = try await Slapd()
        let options = ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"]
        let peer = try TLSPeer(certificate: slapd["SERVER_CERT"], key: slapd["SERVER_KEY"], options: options)
        let settings = ConnectionSettings(
            address: try ServerAddress("ldaps://localhost:\(peer.port)"), caFile: slapd.caFile)
        #expect(try await failure(settings) == .protocolVersion)
        withExtendedLifetime(peer) {}
    }

    @Test("a port without TLS is told apart from a bad certificate")
    func notTLS() async throws {
        let slapd = try await Slapd()
        let port = try ServerAddress(slapd["LDAP_URL"]).port
        let plainPort = ConnectionSettings(
            address: try ServerAddress("ldaps://127.0.0.1:\(port)"), caFile: slapd.caFile)
        #expect(try await failure(plainPort) == .peerNotTLS)
        let garbler = try HostilePeer([.read, .write(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))])
        let garbled = ConnectionSettings(
            address: try ServerAddress("ldaps://127.0.0.1:\(garbler.port)"), caFile: slapd.caFile)
        #expect(try await failure(garbled) == .peerNotTLS)
    }

    @Test("a server that refuses StartTLS is not spoken to in clear")
    func startTLSRefused() async throws {
        let slapd = try await Slapd()
        let refusal: [UInt8] = [0x30, 0x0C, 0x02, 0x01, 0x01, 0x78, 0x07, 0x0A, 0x01, 0x02, 0x04, 0x00, 0x04, 0x00]
        let peer = try HostilePeer([.read, .write(refusal), .read, .write(LDAPMessages.bindSuccess(id: 2))])
        let address = try ServerAddress("ldap://127.0.0.1:\(peer.port)")
        let failure = try await failure(ConnectionSettings(address: address, startTLS: true, caFile: slapd.caFile))
        guard case .startTLSRefused(let result) = failure else { throw TestFailure("\(failure)") }
        #expect(result.code == .protocolError)
    }

    @Test("clear text after StartTLS was granted is no answer")
    func injectedClearText() async throws {
        let slapd = try await Slapd()
        let script = LDAPMessages.extendedSuccess() + LDAPMessages.bindSuccess(id: 2)
        let peer = try HostilePeer([.read, .write(script)])
        let address = try ServerAddress("ldap://127.0.0.1:\(peer.port)")
        let failure = try await failure(ConnectionSettings(address: address, startTLS: true, caFile: slapd.caFile))
        #expect(failure == .peerNotTLS)
    }

    @Test("passwords do not go in clear to another machine")
    func cleartext() async throws {
        for url in [
            "ldap://ldap.example.test", "ldap://192.0.2.1", "ldap://127.0.0.1.example.test", "ldap://[2001:db8::1]",
        ] {
            let settings = ConnectionSettings(address: try ServerAddress(url))
            #expect(throws: LDAPError.cleartextRefused(settings.address)) { try settings.validate(for: .anonymous) }
            await #expect(throws: LDAPError.cleartextRefused(settings.address)) {
                _ = try await LDAPConnection.open(settings, credentials: .anonymous, deadline: .now + .seconds(1))
            }
        }
        for url in [
            "ldap://localhost", "ldap://127.8.9.1", "ldap://[::1]", "ldapi://%2Frun%2Fldapi", "ldaps://192.0.2.1",
        ] {
            try ConnectionSettings(address: ServerAddress(url)).validate(for: .anonymous)
        }
    }

    private func failure(_ settings: ConnectionSettings) async throws -> TLSFailure {
        let error = await #expect(throws: LDAPError.self) {
            _ = try await LDAPConnection.open(settings, credentials: .anonymous, deadline: .now + .seconds(10))
        }
        guard case .tls(let failure) = error else { throw TestFailure("no TLS failure: \(String(describing: error))") }
        return failure
    }
}

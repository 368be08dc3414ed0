import LDAPClient
import TestSupport
import Testing

@Suite("FreeIPA's layout in 389 Directory Server", .serialized)
struct FreeIPALayoutTests {
    private let server: DirectoryServer389
    private let deadline = ContinuousClock.Instant.now + .seconds(60)

    init() async throws {
        server = try await DirectoryServer389(people: 1, freeIPA: true)
    }

    @Test("a client recognises the layout before it has signed in")
    func recognition() async throws {
        let anonymous = try await server.connect(as: .anonymous)
        let suffix = try await anonymous.entry(server.baseDN, attributes: ["info"], deadline: deadline)
        #expect(suffix?.text("info") == "IPA V2.0")
    }

    @Test("the service reads the lock and the policy, and may unlock but not enable")
    func rights() async throws {
        let service = try await server.connect()
        let bob = try server.person("bob")
        let state = try await service.entry(bob, deadline: deadline)
        #expect(state?.text("krbLoginFailedCount") == "3")
        let unlock: [Modification] = [
            .replace("krbLoginFailedCount", .text("0")), .replace("krbLastAdminUnlock", .text("20300101000000Z")),
        ]
        #expect(try await service.modify(bob, unlock, deadline: deadline).code == .success)
        let enable = try await service.modify(
            server.person("grace"), [.replace("nsAccountLock", .text("FALSE"))], deadline: deadline)
        #expect(enable.code == .insufficientAccessRights)
        let erin = try await service.entry(server.person("erin"), deadline: deadline)
        let policy = try await service.entry(
            DistinguishedName(try #require(erin?.text("krbPwdPolicyReference"))), deadline: deadline)
        #expect(policy?.text("krbPwdMinLength") == "16")
    }

    @Test("who is among the administrators is not the service's to reset")
    func administrators() async throws {
        let result = try await server.connect().modify(
            server.person("mallory"), [.replace("userPassword", .text("Frisches-Wort-77"))], deadline: deadline)
        #expect(result.code == .insufficientAccessRights)
        let other = try await server.connect().modify(
            server.person("u00001"), [.replace("userPassword", .text("Frisches-Wort-77"))], deadline: deadline)
        #expect(other.code == .success)
    }
}

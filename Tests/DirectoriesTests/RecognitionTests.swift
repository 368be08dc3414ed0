import Directories
import Foundation
import LDAPClient
import Requests
import TestSupport
import Testing

/// What a server says it is holds for one connection to it.
@Suite(.serialized)
struct RecognitionTests {
    @Test func `another product behind the same address is not written to`() async throws {
        let slapd = try await Slapd()
        let other = try await DirectoryServer389()
        try await other.modify(
            "dn: \(other["SERVICE_DN"])\nchangetype: modify\nreplace: userPassword\n"
                + "userPassword: \(slapd["SERVICE_PASSWORD"])\n")
        let address = "\(Repository.temporary)/ldapi-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: address) }
        try point(address, to: slapd["LDAPI_URL"])
        let directory = try directory(at: address, as: slapd.serviceCredentials, below: slapd["PEOPLE_DN"])
        let stage = try DirectoryStage(directory: directory)
        #expect(try await stage.reset("alice", to: "Correct-Horse-9").outcome == "applied")
        #expect(directory.description?.kind == "openldap")

        try point(address, to: other["LDAPI_URL"])
        try await slapd.kill()
        let answer = try await stage.reset("alice", to: "Correct-Horse-10")
        #expect(answer.code == "directory_kind", "\(answer)")
        #expect("\(answer)".contains("389"), "\(answer)")
        #expect(try await other.signsIn("alice", DirectoryServer389.startPassword("alice")))
    }

    private func point(_ path: String, to url: String) throws {
        let socket = url.replacing("ldapi://", with: "").removingPercentEncoding ?? ""
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: socket)
    }

    private func directory(at path: String, as credentials: Credentials, below base: String) throws -> Directory {
        let server = ConnectionSettings(
            address: try ServerAddress("ldapi://\(path.replacing("/", with: "%2F"))"))
        return try .corp(at: [server], as: credentials, below: base, nil)
    }
}

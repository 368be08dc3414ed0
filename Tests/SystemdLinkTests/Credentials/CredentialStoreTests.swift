import Foundation
import Secrets
import SystemdLink
import Testing

/// What is taken for a credential and what is refused.
final class CredentialStoreTests {
    private let folder = NSTemporaryDirectory() + "/credentials-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func write(_ bytes: some Sequence<UInt8>, to name: String = "corp-bind-password") throws {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    private func read(_ name: String = "corp-bind-password") throws(CredentialError) -> [UInt8] {
        let secret = try CredentialStore(directory: folder).read(name)
        return secret.withUnsafeBytes { Array($0) }
    }

    @Test(arguments: [("secret", "secret"), ("secret\n", "secret"), ("two\n\n", "two\n"), (" a\tb ", " a\tb ")])
    func `a credential is its file without one newline at the end`(content: String, expected: String) throws {
        try write(content.utf8)
        #expect(try read() == Array(expected.utf8))
    }

    @Test func `a credential of 64 KiB is read, a larger one refused`() throws {
        let largest = [UInt8](repeating: 7, count: CredentialStore.maximumSize)
        try write(largest)
        #expect(try read() == largest)
        try write(largest + [7])
        #expect(throws: CredentialError.tooLarge(name: "corp-bind-password")) { try self.read() }
    }

    @Test(arguments: ["", "\n"])
    func `an empty credential is refused, since it would bind anonymously`(content: String) throws {
        try write(content.utf8)
        #expect(throws: CredentialError.empty(name: "corp-bind-password")) { try self.read() }
    }

    @Test func `a credential that was not passed is named`() {
        #expect(throws: CredentialError.missing(name: "other")) { try self.read("other") }
        #expect(CredentialError.missing(name: "other").description.contains("LoadCredential=other:FILE"))
    }

    @Test(arguments: [
        "", ".", "..", "../secret", "a/b", "/etc/passwd", "a\nb", "a\u{0}", "ä", String(repeating: "n", count: 256),
    ])
    func `a name that could lead elsewhere is refused`(name: String) {
        #expect(throws: CredentialError.invalidName(name)) { try self.read(name) }
    }

    @Test func `a pipe in place of a credential is refused and does not hang`() throws {
        mkfifo("\(folder)/pipe", 0o600)
        #expect(throws: CredentialError.unreadable(name: "pipe", code: EINVAL)) { try self.read("pipe") }
    }

    @Test func `reading leaves no descriptor and no secret behind, refused or not`() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let folder = NSTemporaryDirectory() + "/credentials-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { _ = try? FileManager.default.removeItem(atPath: folder) }
            try Data(count: CredentialStore.maximumSize + 1).write(to: URL(filePath: folder + "/large"))
            try Data("good".utf8).write(to: URL(filePath: folder + "/good"))
            let store = CredentialStore(directory: folder)
            let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            for _ in 0..<50 {
                for name in ["large", "absent", "good", "."] { _ = try? store.read(name).count }
            }
            #expect(SecureHeap.bytesInUse == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count == before)
            _ = try? FileManager.default.removeItem(atPath: folder)
            exit(7)
        }
    }

    @Test func `without credentials the unit's missing line is told`() async {
        await #expect(processExitsWith: .success) {
            unsetenv("CREDENTIALS_DIRECTORY")
            let error = #expect(throws: CredentialError.self) {
                _ = try CredentialStore().read("corp-bind-password").count
            }
            #expect(error == .nonePassed(name: "corp-bind-password"))
        }
    }

    @Test func `systemd's folder is the one that is used`() async {
        await #expect(processExitsWith: .success) {
            setenv("CREDENTIALS_DIRECTORY", "/proc/self", 1)
            #expect(throws: CredentialError.empty(name: "status")) { _ = try CredentialStore().read("status").count }
        }
    }

    deinit {
        _ = try? FileManager.default.removeItem(atPath: folder)
    }
}

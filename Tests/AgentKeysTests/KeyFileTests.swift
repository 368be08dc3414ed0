import Glibc
import JOSE
import Testing

@testable import AgentKeys

/// Making and reading the key file.
struct KeyFileTests {
    @Test(arguments: [EllipticCurve.p256, .x25519])
    func `the first start makes a current key and a next one, for the owner alone`(curve: EllipticCurve) throws {
        let sample = try KeyFolderSample()
        let made = try sample.make(curve)
        let file = try KeyFile.read(sample.path)
        #expect(file.keys.all.map(\.pair.id) == made.keys.all.map(\.pair.id))
        #expect(file.keys.all.map(\.status) == [.current, .next])
        #expect(
            file.keys.all.allSatisfy { $0.pair.curve == curve && $0.made == KeyFolderSample.start && $0.end == nil })
        #expect(file.keys.current.pair.id != file.keys.next.pair.id)
        #expect(try sample.status().st_mode & 0o7777 == 0o600)
        #expect(try sample.names() == ["keys.jwks"])
    }

    @Test func `the mode does not depend on the umask of whoever starts the agent`() async {
        await #expect(processExitsWith: .success) {
            umask(0)
            let sample = try KeyFolderSample()
            _ = try sample.make()
            #expect(try sample.status().st_mode & 0o7777 == 0o600)
        }
    }

    @Test func `new keys never replace a file, whatever it holds`() throws {
        let sample = try KeyFolderSample()
        for text in ["", "garbage"] {
            try sample.write(text)
            #expect(throws: AgentKeyError.exists(path: sample.path)) { try sample.make() }
            #expect(try sample.text() == text)
        }
        #expect(unlink(sample.path) == 0)
        #expect(symlink("/nowhere", sample.path) == 0)
        #expect(throws: AgentKeyError.exists(path: sample.path)) { try sample.make() }
    }

    @Test func `only one of several first starts makes the keys`() async throws {
        let sample = try KeyFolderSample()
        let path = sample.path
        let made = await withTaskGroup(of: KeyFile?.self) { group in
            for _ in 0..<8 { group.addTask { try? KeyFile.make(path, curve: .x25519, at: KeyFolderSample.start) } }
            return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
        }
        #expect(made.count == 1)
        #expect(try KeyFile.read(sample.path).keys.current.pair.id == made.first?.keys.current.pair.id)
    }

    @Test func `a missing file and a missing folder are told apart`() throws {
        let sample = try KeyFolderSample()
        #expect(throws: AgentKeyError.missing(path: sample.path)) { try KeyFile.read(sample.path) }
        let elsewhere = "\(sample.folder)/none/keys.jwks"
        let error = AgentKeyError.system(path: elsewhere, doing: "opening its folder", code: ENOENT)
        #expect(throws: error) { try KeyFile.read(elsewhere) }
        #expect(throws: error) { try KeyFile.make(elsewhere, curve: .p256, at: 0) }
        #expect(throws: error) { try KeyFile.rotate(elsewhere, at: 0, overlap: .zero) }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o602, 0o610, 0o777] as [mode_t])
    func `a file that others can get at is refused`(mode: mode_t) throws {
        let sample = try KeyFolderSample()
        _ = try sample.make()
        #expect(chmod(sample.path, mode) == 0)
        #expect(throws: AgentKeyError.exposed(path: sample.path, mode: mode)) { try KeyFile.read(sample.path) }
        #expect(throws: AgentKeyError.exposed(path: sample.path, mode: mode)) {
            try KeyFile.rotate(sample.path, at: KeyFolderSample.start, overlap: .zero)
        }
    }

    @Test func `a file that may only be read is read`() throws {
        let sample = try KeyFolderSample()
        let made = try sample.make()
        #expect(chmod(sample.path, 0o400) == 0)
        #expect(try KeyFile.read(sample.path).keys.current.pair.id == made.keys.current.pair.id)
    }

    @Test(.enabled(if: geteuid() == 0, "needs root, who alone can give files away"))
    func `a file of somebody else is refused, one of root or of the agent is not`() throws {
        let sample = try KeyFolderSample()
        _ = try sample.make()
        #expect(chown(sample.path, 12_345, 0) == 0)
        #expect(throws: AgentKeyError.foreignOwner(path: sample.path, uid: 12_345)) { try KeyFile.read(sample.path) }
        // The agent's own, looked at by root.
        #expect(chown(sample.folder, 12_345, 0) == 0)
        #expect(throws: Never.self) { try KeyFile.read(sample.path) }
        #expect(chown(sample.path, 0, 0) == 0)
        #expect(throws: Never.self) { try KeyFile.read(sample.path) }
    }

    @Test func `a symbolic link, a folder and a FIFO are no key files`() throws {
        let sample = try KeyFolderSample()
        _ = try sample.make()
        let real = "\(sample.folder)/real"
        #expect(rename(sample.path, real) == 0)
        #expect(symlink(real, sample.path) == 0)
        #expect(throws: AgentKeyError.notRegular(path: sample.path)) { try KeyFile.read(sample.path) }
        #expect(unlink(sample.path) == 0)
        #expect(mkfifo(sample.path, 0o600) == 0)
        #expect(throws: AgentKeyError.notRegular(path: sample.path)) { try KeyFile.read(sample.path) }
        #expect(unlink(sample.path) == 0)
        #expect(mkdir(sample.path, 0o700) == 0)
        #expect(throws: AgentKeyError.notRegular(path: sample.path)) { try KeyFile.read(sample.path) }
    }
}

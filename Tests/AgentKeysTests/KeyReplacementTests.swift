import Glibc
import Testing

@testable import AgentKeys

/// What is left when new keys do not get into the file's place.
struct KeyReplacementTests {
    @Test func `new keys that cannot take the file's place are left nowhere`() throws {
        let sample = try KeyFolderSample()
        #expect(mkdir(sample.path, 0o700) == 0)
        let error = AgentKeyError.system(path: sample.path, doing: "renaming", code: EISDIR)
        #expect(throws: error) {
            try Array("private keys".utf8).withUnsafeBytes {
                try KeyFolder(of: sample.path).replace(with: $0, owner: nil)
            }
        }
        #expect(try sample.names() == ["keys.jwks"])
    }

    @Test func `keys that are replaced but perhaps not on disk are not told to be as they were`() {
        let text = "\(AgentKeyError.notDurable(path: "/keys.jwks", code: EIO))"
        #expect(text.hasPrefix("/keys.jwks: the keys are replaced, but they may not survive a power failure"))
        #expect(text.contains(String(cString: strerror(EIO))))
    }
}

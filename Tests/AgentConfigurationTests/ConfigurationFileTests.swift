import AgentConfiguration
import Glibc
import Testing

@Suite struct ConfigurationFileTests {
    private func findings(at path: String) -> [String] {
        do {
            return try Settings.load(path: path).warnings.map(\.description)
        } catch {
            return error.findings.map(\.description)
        }
    }

    @Test func `a file is read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(SampleFile().text.utf8), to: "settings.toml")
        #expect(try Settings.load(path: path) == SampleFile().settings())
    }

    @Test func `what is no readable file is told with its path and reason`() throws {
        let folder = try TemporaryFolder()
        #expect(
            findings(at: "\(folder.path)/none") == ["\(folder.path)/none cannot be read: No such file or directory"])
        #expect(findings(at: folder.path) == ["\(folder.path) is not a regular file"])
        #expect(mkfifo("\(folder.path)/fifo", 0o600) == 0)
        #expect(findings(at: "\(folder.path)/fifo") == ["\(folder.path)/fifo is not a regular file"])
    }

    @Test func `a file that is not UTF-8 is refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("# caf\u{e9}".unicodeScalars.map { UInt8($0.value) }), to: "settings.toml")
        #expect(findings(at: path) == ["\(path) is not UTF-8 text"])
    }

    @Test func `a file far too large is refused and not read to its end`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(repeating: UInt8(ascii: "\n"), count: 4_000_000), to: "settings.toml")
        #expect(findings(at: path) == ["\(path) is larger than 262144 bytes"])
    }
}

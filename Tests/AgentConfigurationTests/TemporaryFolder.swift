import Glibc
import Testing

/// Files of a test, in a folder of its own that goes with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/writebackd-configuration-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        let stream = try #require(fopen(file, "w"))
        #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
        #expect(fclose(stream) == 0)
        return file
    }

    deinit {
        for name in ["settings.toml", "fifo", "a.jwk", "b.jwk"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}

import Foundation
import Glibc
import JOSE
import Testing

@testable import AgentKeys

/// A folder for one test's key file, which goes with it.
final class KeyFolderSample {
    /// The time at which the tests' keys are made.
    static let start = 1_700_000_000

    let folder: String

    /// Where the key file lies.
    var path: String { "\(folder)/keys.jwks" }

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/writebackd-keys-XXXXXX".utf8CString)
        folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    func make(_ curve: EllipticCurve = .x25519) throws -> KeyFile {
        try KeyFile.make(path, curve: curve, at: Self.start)
    }

    /// The file's text.
    func text() throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    /// Puts a text in the file's place, with mode 0600.
    func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(chmod(path, 0o600) == 0)
    }

    /// Everything in the folder.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    func status() throws -> stat {
        var status = stat()
        try #require(lstat(path, &status) == 0)
        return status
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}

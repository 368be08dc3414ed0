import Foundation
import Requests
import Secrets
import Testing

@testable import writebackctl

@Suite("A password from a descriptor")
struct PasswordTests {
    @Test("is what comes before the first newline", arguments: ["pass word\nrest", "pass word", "pass word\n"])
    func firstLine(content: String) throws {
        #expect(try content.throughPipe { try PasswordSource.descriptor($0).newPassword().text } == "pass word")
    }

    @Test("leaves the next line to the next, so that one descriptor can carry both passwords")
    func bothFromOne() throws {
        let texts = try "old\nnew\n".throughPipe { descriptor in
            let source = PasswordSource.descriptor(descriptor)
            return try PasswordSources(current: source, new: source).read(for: .change).map {
                "\($0.name.rawValue)=" + $0.password.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            }
        }
        #expect(texts == ["current_password=old", "new_password=new"])
    }

    @Test("is not read where the operation needs none", arguments: [Requests.Operation.unlock, .status])
    func none(operation: Requests.Operation) throws {
        let source = PasswordSource.descriptor(-1)
        #expect(try PasswordSources(current: source, new: source).read(for: operation).isEmpty)
    }

    @Test("may have 256 characters of four bytes, and no more")
    func length() throws {
        let longest = String(repeating: "😀", count: 256)
        #expect(try longest.throughPipe { try SecretLine.read(from: $0).count } == 1024)
        #expect(throws: PasswordError.tooLong) {
            try (longest + "x").throughPipe { try SecretLine.read(from: $0).count }
        }
    }

    @Test("must not be empty", arguments: ["", "\n", "\nsecond"])
    func empty(content: String) {
        #expect(throws: PasswordError.empty) { try content.throughPipe { try SecretLine.read(from: $0).count } }
    }

    @Test("is not there when the descriptor is not open")
    func notOpen() {
        #expect(throws: PasswordError.unreadable(descriptor: 4095, code: EBADF)) {
            try SecretLine.read(from: 4095).count
        }
    }
}

extension Secret {
    var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
}

extension String {
    /// Runs `body` on a pipe with this text in it.
    func throughPipe<Result>(_ body: (Int32) throws -> Result) throws -> Result {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let bytes = Array(utf8)
        _ = Glibc.write(ends[1], bytes, bytes.count)
        close(ends[1])
        return try body(ends[0])
    }
}

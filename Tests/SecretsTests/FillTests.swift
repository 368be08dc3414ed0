import Glibc
import Secrets
import Testing

/// Reading a file straight into memory that was taken for it.
struct FillTests {
    /// Fills `size` bytes from a socket that gives up one piece at each read(2).
    private func fill(_ size: Int, from pieces: [String]) throws -> (text: String, code: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        defer { close(ends[0]) }
        for piece in pieces { #expect(send(ends[1], piece, piece.utf8.count, 0) == piece.utf8.count) }
        close(ends[1])
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { target.deallocate() }
        let (count, code) = target.fill(from: ends[0])
        return (String(decoding: target[..<count], as: UTF8.self), code)
    }

    @Test func `what comes in pieces is read to its end`() throws {
        let (text, code) = try fill(100, from: ["correct ", "horse ", "battery"])
        #expect(text == "correct horse battery")
        #expect(code == 0)
    }

    @Test func `no more is read than there is room for`() throws {
        let (text, code) = try fill(6, from: ["abc", "def", "ghi"])
        #expect(text == "abcdef")
        #expect(code == 0)
    }

    @Test func `what cannot be read is told by its error number`() throws {
        let folder = open("/", O_RDONLY | O_CLOEXEC)
        try #require(folder >= 0)
        defer { close(folder) }
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
        defer { target.deallocate() }
        let (count, code) = target.fill(from: folder)
        #expect(count == 0)
        #expect(code == EISDIR)
    }
}

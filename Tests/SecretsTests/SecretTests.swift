import Secrets
import Testing

/// What a secret holds, and what can be asked of it.
struct SecretTests {
    private func bytes(_ secret: borrowing Secret) -> [UInt8] {
        secret.withUnsafeBytes { Array($0) }
    }

    @Test(arguments: ["", "a", "correct horse battery staple", "Zoë 田中 👩‍💻", "nul\u{0}inside"])
    func `a secret of a text holds its UTF-8`(text: String) throws {
        let secret = try Secret(utf8: text)
        let (count, isEmpty, held) = (secret.count, secret.isEmpty, bytes(secret))
        #expect(count == text.utf8.count)
        #expect(isEmpty == text.isEmpty)
        #expect(held == Array(text.utf8))
    }

    @Test func `a secret copies the bytes it is given`() throws {
        let original = UnsafeMutableRawBufferPointer.allocate(byteCount: 5, alignment: 1)
        defer { original.deallocate() }
        original.copyBytes(from: [0, 1, 127, 128, 255])
        let secret = try Secret(copying: UnsafeRawBufferPointer(original))
        original.initializeMemory(as: UInt8.self, repeating: 0)
        let held = bytes(secret)
        #expect(held == [0, 1, 127, 128, 255])
    }

    @Test func `memory to fill is zeroed, and only what was filled counts`() throws {
        let secret = try Secret(capacity: 100) { target in
            #expect(target.count == 100)
            #expect(target.allSatisfy { $0 == 0 })
            target.copyBytes(from: "abc".utf8)
            return 3
        }
        let held = bytes(secret)
        #expect(held == Array("abc".utf8))
    }

    @Test func `a fill that claims more than there is room for is cut`() throws {
        let secret = try Secret(capacity: 8) { _ in 9 }
        let count = secret.count
        #expect(count == 8)
    }

    @Test func `no capacity makes an empty secret`() throws {
        let secret = try Secret(capacity: 0) { _ in 0 }
        let isEmpty = secret.isEmpty
        #expect(isEmpty)
    }

    @Test(arguments: [
        ("", "", true), ("same", "same", true), ("same", "sane", false), ("same", "Same", false),
        ("same", "same ", false), ("same", "", false), ("nul\u{0}a", "nul\u{0}b", false),
        ("é", "e\u{301}", false),
    ])
    func `two secrets match when their bytes are the same`(left: String, right: String, isMatch: Bool) throws {
        let first = try Secret(utf8: left)
        let second = try Secret(utf8: right)
        let (forth, back) = (first.matches(second), second.matches(first))
        #expect(forth == isMatch)
        #expect(back == isMatch)
    }

    @Test func `a duplicate outlives its original`() throws {
        func duplicate() throws -> Secret {
            let original = try Secret(utf8: "hand me on")
            return try original.duplicate()
        }
        let held = bytes(try duplicate())
        #expect(held == Array("hand me on".utf8))
    }

    @Test func `a duplicate of an empty secret is empty`() throws {
        let isEmpty = try Secret(utf8: "").duplicate().isEmpty
        #expect(isEmpty)
    }

    @Test func `a shared secret lends the same bytes to each reader`() throws {
        let shared = SharedSecret(try Secret(utf8: "for all"))
        let readings = (0..<3).map { _ in shared.withUnsafeBytes { Array($0) } }
        #expect(readings == Array(repeating: Array("for all".utf8), count: 3))
    }

    @Test func `the errors tell what to do and nothing of the secret`() {
        #expect(SecretError.heapFull(bytes: 12).description == "the locked memory for secrets has no room for 12 bytes")
        #expect(SecretError.heapUnavailable.description.contains("LimitMEMLOCK to at least \(SecureHeap.size) bytes"))
    }
}

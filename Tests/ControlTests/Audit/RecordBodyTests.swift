import JOSE
import SystemdLink
import Testing

@testable import Ledger
@testable import writebackctl

/// The form of a record, made without the code that writes it.
struct RecordBodyTests {
    private func field(_ name: String, _ value: String) -> StoredField {
        StoredField(name: name, value: Array(value.utf8))
    }

    @Test func `the worked example of the documentation has the hash that is printed there`() {
        var hasher = SHA256()
        let body = RecordBody([
            field("PRIORITY", "5"), field("MESSAGE", "hello"), field("SYSLOG_IDENTIFIER", "writebackd"),
        ])
        #expect(
            String(decoding: body.bytes, as: UTF8.self) == "MESSAGE=hello\nPRIORITY=5\nSYSLOG_IDENTIFIER=writebackd\n")
        let first = body.hash(1, after: .zero, with: &hasher)
        let second = RecordBody([field("MESSAGE", "two\nlines")]).hash(2, after: first, with: &hasher)
        #expect(Example.text.contains("`\(first)`"))
        #expect(Example.text.contains("`\(second)`"))
    }

    @Test func `fields come out as they went in, sorted by name and value, each pair once`() {
        let fields = [field("B", "2"), field("A", "x\ny"), field("B", "1"), field("B", "2"), field("C", "")]
        #expect(RecordBody(fields).fields == [field("A", "x\ny"), field("B", "1"), field("B", "2"), field("C", "")])
        #expect(RecordBody(fields).firstValue(of: "B") == "1")
        #expect(RecordBody(fields).firstValue(of: "D") == nil)
    }

    @Test(arguments: ["A", "A=x", "A\n\u{1}\u{0}", "A\n\u{7F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}x\n", "=\n\n"])
    func `bytes of another form give what can be read of them and no more`(text: String) {
        #expect(RecordBody(bytes: Array(text.utf8)).fields.count <= 1)
    }

    @Test func `it is the form that the ledger writes`() {
        var entry = RecordedRun.entry("applied")
        entry.append("WRITEBACK_MESSAGE", "a\nb")
        let fields = entry.fields.map { field($0.name.description, $0.value) }
        #expect(RecordBody(fields).bytes == entry.canonicalBytes())
        var hasher = SHA256()
        let hash = RecordBody(fields).hash(1, after: .zero, with: &hasher)
        #expect(hash.bytes == ChainLink.origin.next(entry.canonicalBytes()).hash)
    }

    @Test func `a digest goes through its digits and back`() {
        let bytes = (0..<32).map { UInt8($0 * 7 + 3) }
        let digest = Digest(bytes)
        #expect(digest?.bytes == bytes)
        #expect(digest.flatMap { Digest(hexadecimal: $0.description) } == digest)
        #expect(Digest(Array(bytes.dropLast())) == nil)
        #expect(Digest(hexadecimal: String(repeating: "0", count: 63) + "é") == nil)
    }
}

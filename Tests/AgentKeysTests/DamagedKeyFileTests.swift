import JOSE
import JSON
import Secrets
import Testing

@testable import AgentKeys

/// Key files that are not what the agent wrote.
struct DamagedKeyFileTests {
    @Test(arguments: ["", " ", "{", "{}", "[]", "null", "garbage", "{\"keys\":{}}", "{\"keys\":[]}", "{\"keys\":[1]}"])
    func `garbage is an error that names the file and the way out`(text: String) throws {
        let sample = try KeyFolderSample()
        try sample.write(text)
        let error = try #require(throws: AgentKeyError.self) { try KeyFile.read(sample.path) }
        guard case .damaged(sample.path, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(error.description.hasPrefix(sample.path))
        #expect(error.description.contains("restore it from a backup, or move it away"))
    }

    @Test func `a file cut off anywhere is damaged, and stays as it is`() throws {
        let sample = try KeyFolderSample()
        _ = try sample.make(.p256)
        let text = try sample.text()
        for count in stride(from: 0, to: text.utf8.count - 2, by: 7) {
            let part = String(text.prefix(count))
            try sample.write(part)
            #expect(throws: AgentKeyError.self) { try KeyFile.read(sample.path) }
            #expect(throws: AgentKeyError.self) {
                try KeyFile.rotate(sample.path, at: KeyFolderSample.start, overlap: .zero)
            }
            #expect(try sample.text() == part)
        }
    }

    @Test func `a file of more than 16 KiB is no key file`() throws {
        let sample = try KeyFolderSample()
        _ = try sample.make()
        let text = try sample.text()
        let limit = KeySet.sizeLimit
        try sample.write(text + String(repeating: " ", count: limit - text.utf8.count))
        #expect(throws: Never.self) { try KeyFile.read(sample.path) }
        try sample.write(text + String(repeating: " ", count: limit + 1 - text.utf8.count))
        let fault = KeySetFault.malformed(Malformation(field: "", problem: .tooLong(limit: limit)))
        #expect(throws: AgentKeyError.damaged(source: sample.path, fault)) { try KeyFile.read(sample.path) }
    }

    @Test func `two keys of one name are refused`() throws {
        let (sample, keys) = try sampleAndKeys()
        try sample.write(try sample.text().replacing(keys.next.pair.id, with: keys.current.pair.id))
        #expect(throws: AgentKeyError.damaged(source: sample.path, .duplicate(id: keys.current.pair.id))) {
            try KeyFile.read(sample.path)
        }
    }

    @Test(arguments: [("next", "current", KeyStatus.current, 2), ("current", "next", .current, 0)])
    func `there is one current key and one next key`(
        word: String, other: String, status: KeyStatus, found: Int
    ) throws {
        let (sample, _) = try sampleAndKeys()
        try sample.write(try sample.text().replacing("\"\(word)\"", with: "\"\(other)\""))
        #expect(throws: AgentKeyError.damaged(source: sample.path, .notExactlyOne(status, found: found))) {
            try KeyFile.read(sample.path)
        }
    }

    @Test(
        arguments: [
            (#""status":"next""#, #""status":"old""#, "keys[1].status"),
            (#""status":"next""#, #""status":"retired""#, "keys[1].exp"),
            (#""status":"next""#, #""status":"next","exp":1800000000"#, "keys[1].exp"),
            (#""status":"next","#, "", "keys[1].status"), (#""iat":1700000000"#, #""iat":"now""#, "keys[0].iat"),
            (#""iat":1700000000,"#, "", "keys[0].iat"), (#""use":"enc""#, #""use":"sig""#, "keys[0].use"),
            (#""iat":1700000000"#, #""iat":1700000000,"x5u":"u""#, "keys[0].x5u"),
            (#"{"keys""#, #"{"version":1,"keys""#, "version"),
        ])
    func `a key that is written otherwise is refused by the name of its member`(
        written: String, other: String, field: String
    ) throws {
        let (sample, _) = try sampleAndKeys()
        try sample.write(try sample.text().replacing(written, with: other))
        let error = try #require(throws: AgentKeyError.self) { try KeyFile.read(sample.path) }
        guard case .damaged(_, .malformed(let malformation)) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(malformation.field == field)
    }

    @Test(arguments: [EllipticCurve.p256, .x25519])
    func `a private part that is not the public one's is found when the file is read`(curve: EllipticCurve) throws {
        let sample = try KeyFolderSample()
        _ = try sample.make(curve)
        let text = try sample.text()
        let scalars = text.matches(of: /"d":"([^"]*)"/).map { String($0.output.1) }
        try sample.write(text.replacing(scalars[0], with: scalars[1]))
        let error = try #require(throws: AgentKeyError.self) { try KeyFile.read(sample.path) }
        #expect(error.description.contains("keys[0].d"))
        #expect(scalars.allSatisfy { !error.description.contains($0) })
    }

    @Test func `a credential is named in its error`() throws {
        let text = try Secret(utf8: "garbage")
        let error = try #require(throws: AgentKeyError.self) {
            _ = try KeyRing(reading: text, source: "credential agent-keys")
        }
        #expect(error.description.hasPrefix("credential agent-keys: "))
    }

    private func sampleAndKeys() throws -> (KeyFolderSample, KeySet) {
        let sample = try KeyFolderSample()
        return (sample, try sample.make().keys)
    }
}

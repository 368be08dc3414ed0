import FaultPoints
import Foundation
import TestSupport
import Testing

@Suite("Where passwords and keys are not", .serialized)
struct SecrecyTests {
    @Test(
        "signed requests leave no password and no private key in any record, file, output or unlocked memory",
        arguments: ["P-256", "X25519"])
    func everywhere(_ curve: String) async throws {
        var changes = DaemonChanges()
        changes.keys = "curve = \"\(curve)\""
        let stage = try await SignedStage(isProxied: true, changes: changes)
        let passwords = try await run(stage)
        let memory = try ProcessMemory(of: stage.daemon.pid)
        #expect(memory.contains("WRITEBACK_CORRELATION_ID"), "the search itself works")
        for password in passwords { #expect(!memory.contains(password), "\(password) in memory") }
        let keys = try privateKeys(stage)
        #expect(keys.count == 2)
        for key in keys { expectLocked(key, memory) }

        let told = try await told(stage)
        stage.daemon.stop()
        let left = try await self.told(stage)
        for secret in passwords + keys + [stage.slapd["SERVICE_PASSWORD"]] {
            for (place, bytes) in told + left {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(place)")
            }
        }
    }

    /// Requests of every kind and end; answers with all passwords that were in them.
    private func run(_ stage: SignedStage) async throws -> [String] {
        let words = ["Applied", "Wrong", "Changed", "Lost", "Crashed", "Tampered", "Unsigned"].map { "\($0)-Trace-41" }
        let applied = try stage.reset("alice", to: words[0])
        for _ in 0..<2 { #expect(try stage.send(applied)["outcome"] == "applied") }
        #expect(try stage.send(try stage.change("alice", from: words[1], to: words[2]))["outcome"] == "refused")
        #expect(try stage.send(try stage.change("alice", from: words[0], to: words[2]))["outcome"] == "applied")
        #expect(try stage.send(try stage.reset("bob", to: "sH-41"))["code"] == "password_too_short")
        #expect(try stage.send(try stage.reset("mallory", to: words[0]))["code"] == "no_permission")

        let lost = try stage.reset("carol", to: words[3])
        stage.proxy.cut(at: SignedStage.passwordModify, .beforeAnswer)
        for _ in 0..<2 { try stage.send(lost) }

        let crashed = try stage.reset("dave", to: words[4])
        stage.daemon.stop()
        try await stage.daemon.start(endingAt: FaultPoint.answered.rawValue)
        #expect(throws: TestFailure.self) { try stage.send(crashed) }
        try await stage.daemon.waitForEnd()
        try await stage.daemon.start()
        #expect(try stage.send(crashed)["outcome"] == "applied")
        // The restarted process must have held them all, or a search of its memory shows little.
        for request in [applied, lost] { #expect(try stage.send(request).isReplayed) }
        #expect(try stage.send(try stage.change("alice", from: words[1], to: words[0]))["outcome"] == "refused")
        #expect(try stage.send(try stage.change("alice", from: words[2], to: words[3]))["outcome"] == "applied")

        try sendTampered(stage, words)
        return words + ["sH-41"]
    }

    private func sendTampered(_ stage: SignedStage, _ words: [String]) throws {
        let token = try stage.reset("alice", to: words[5]).token(by: stage.cloud)
        for place in [10, token.utf8.count / 2, token.utf8.count - 10] {
            var bytes = Array(token.utf8)
            bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(try stage.daemon.post(token: String(decoding: bytes, as: UTF8.self)).status == 401)
        }
        let plain = #"{"jti":"p1","op":"reset","account":{"name":"alice"},"new_password":"\#(words[6])"}"#
        #expect(try stage.daemon.post(plain)["outcome"] == "refused")
        #expect(try stage.daemon.post(token: plain)["outcome"] == "refused")
        let unsealed = try stage.cloud.token("reset", "alice", ["new_password": words[6]], id: Stage.newID())
        #expect(try stage.daemon.post(token: unsealed)["outcome"] == "refused")
    }

    /// The `d` of each private key, in base64url as the file has it.
    private func privateKeys(_ stage: SignedStage) throws -> [String] {
        let file = try Data(contentsOf: URL(fileURLWithPath: stage.daemon.folder + "/keys.jwks"))
        let set = try JSONSerialization.jsonObject(with: file) as? [String: Any]
        return (set?["keys"] as? [[String: Any]] ?? []).compactMap { $0["d"] as? String }
    }

    /// As text nowhere; as bytes, in libcrypto's order or the other, in locked memory only.
    private func expectLocked(_ key: String, _ memory: ProcessMemory) {
        #expect(!memory.contains(key))
        let padded = key.replacing("-", with: "+").replacing("_", with: "/") + "="
        let bytes = Data(base64Encoded: padded) ?? Data()
        #expect(bytes.count == 32)
        let (forwards, backwards) = (memory.places(of: bytes), memory.places(of: Data(bytes.reversed())))
        #expect(forwards.other == 0 && backwards.other == 0, "a private key in memory that is not locked")
        #expect(forwards.locked + backwards.locked > 0, "the search itself works")
    }

    /// All that is told or kept, by its place: the journal, and every file of the daemon's but the secrets' own.
    private func told(_ stage: SignedStage) async throws -> [(place: String, bytes: Data)] {
        let folder = stage.daemon.folder
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !["keys.jwks", "credentials", "api.sock"].contains($0) }
        #expect(files.contains("ledger.db"))
        return [("the journal", Data(try await stage.journald.everything().utf8))]
            + files.compactMap { name in FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) } }
    }
}

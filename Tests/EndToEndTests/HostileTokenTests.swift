import Foundation
import JOSE
import JSON
import Secrets
import TestSupport
import Testing

@Suite("Hostile tokens touch nothing", .serialized, .timeLimit(.minutes(3)))
struct HostileTokenTests {
    private let cloud: Cloud
    private let stage: Stage
    private let retired: String
    private let before: String

    init() async throws {
        var changes = DaemonChanges()
        cloud = try Cloud()
        changes.cloud = cloud
        stage = try await Stage(changes: changes)
        retired = try await Self.retireKey(of: stage.daemon)
        before = try await stage.value("entryCSN", of: "alice") ?? ""
    }

    /// Gives the agent one more key, whose end came long ago; answers its public half.
    private static func retireKey(of daemon: Daemon) async throws -> String {
        let key = try DecryptionKey.generate(.x25519)
        let text = try key.privateJWK(with: [("status", "retired"), ("iat", 1), ("exp", 2)]).withUnsafeBytes {
            String(decoding: $0, as: UTF8.self)
        }
        daemon.stop()
        let path = daemon.folder + "/keys.jwks"
        let keys = try String(contentsOfFile: path, encoding: .utf8)
        try daemon.write("keys.jwks", keys.replacing("]}", with: ",\(text)]}"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try await daemon.start()
        return key.publicJWK.text
    }

    private func forge() throws -> ClaimForge {
        ClaimForge(cloud: cloud, keys: try stage.daemon.get("/v1/keys").body)
    }

    /// Sends each between two good requests on one connection, and holds the journal to its code.
    private func send(_ tokens: [HostileToken], check: (HostileToken, HTTPReply) -> Void) async throws {
        let client = try SocketClient(path: stage.daemon.socket)
        var codes: [(name: String, correlation: String, code: String)] = []
        for token in tokens {
            #expect(try ask(client, try good()).status == 200)
            let reply = try ask(client, token.body)
            check(token, reply)
            codes.append((token.name, try #require(reply["correlation_id"], "\(token.name)"), token.code))
        }
        #expect(try ask(client, try good()).status == 200)
        try await stage.daemon.wait(until: "the journal has them all") {
            Set(try await told().keys).isSuperset(of: codes.map(\.correlation))
        }
        let recorded = try await told()
        for (name, correlation, code) in codes { #expect(recorded[correlation] == code, "\(name)") }
        #expect(try await stage.value("entryCSN", of: "alice") == before)
    }

    private func good() throws -> [UInt8] { Array(try cloud.token("status", "alice", id: Stage.newID()).utf8) }

    private func ask(_ client: SocketClient, _ body: [UInt8]) throws -> HTTPReply {
        let head =
            "POST /v1/requests HTTP/1.1\r\nHost: agent\r\nContent-Type: application/jwt\r\n"
            + "Content-Length: \(body.count)\r\n\r\n"
        client.send(Array(head.utf8) + body)
        return try client.reply()
    }

    /// The journal's codes by correlation.
    private func told() async throws -> [String: String] {
        let entries = try await stage.journald.entries("WRITEBACK_OUTCOME=refused")
        let pairs = entries.compactMap { entry in
            entry["WRITEBACK_CORRELATION_ID"].map { ($0, entry["WRITEBACK_CODE"] ?? "") }
        }
        return Dictionary(pairs, uniquingKeysWith: { $0 + " and " + $1 })
    }

    @Test("what proves nothing gets one answer whatever is wrong, and the journal says what it was")
    func unproven() async throws {
        let claims = try forge()
        let forge = TokenForge(cloud: cloud, payload: try claims.payload)
        let tokens =
            try HostileToken.signatures(forge) + HostileToken.headers(forge)
            + HostileToken.forms(forge, sealed: try claims.seal())
        var answers: Set<String> = []
        try await send(tokens) { token, reply in
            #expect(reply.status == 401, "\(token.name)")
            #expect(reply["code"] == "not_authorised", "\(token.name)")
            #expect(reply["parameters"] == nil && !reply.body.contains("parameters"), "\(token.name)")
            answers.insert(reply.body.replacing(reply["correlation_id"] ?? "?", with: ""))
        }
        #expect(answers.count == 1)
        #expect(Set(tokens.map(\.name)).count == tokens.count)
    }

    @Test("what is well signed and yet wrong is refused by its reason")
    func proven() async throws {
        let forge = try forge()
        let tokens = try HostileToken.claims(forge) + HostileToken.passwords(forge, retired: retired)
        try await send(tokens) { token, reply in
            #expect(reply["code"] == token.code, "\(token.name)")
            #expect([400, 401, 403].contains(reply.status), "\(token.name)")
            #expect(reply["outcome"] == "refused", "\(token.name)")
            #expect(reply["title"] != nil && reply["detail"] != nil, "\(token.name)")
        }
    }

    @Test("the very same request without a fault is carried out")
    func faultless() async throws {
        let reply = try stage.daemon.post(token: try forge().token())
        #expect(reply["outcome"] == "applied")
        #expect(try await stage.value("entryCSN", of: "alice") != before)
    }

    @Test("a request that is too large for the socket is refused by it, and the next one served")
    func sizes() async throws {
        let mebibyte = String(repeating: "a", count: 1 << 20)
        let token = String(decoding: try good(), as: UTF8.self)
        let chunked =
            "POST /v1/requests HTTP/1.1\r\nHost: agent\r\nContent-Type: application/jwt\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n\(String(token.utf8.count, radix: 16))\r\n\(token)\r\n0\r\n\r\n"
        for (text, status, code) in [
            (Daemon.head(mebibyte, "application/jwt") + mebibyte, 413, "body_too_large"),
            (Daemon.head(token, "application/jwt\r\nX-Token: \(mebibyte)") + token, 431, "headers_too_large"),
            (chunked, 411, "length_required"),
            (Daemon.head(token, "application/jose") + token, 415, "unsupported_media_type"),
        ] {
            let client = try SocketClient(path: stage.daemon.socket)
            #expect(try ask(client, try good()).status == 200)
            client.send(text)
            let reply = try client.reply()
            #expect(reply.status == status, "\(code)")
            #expect(reply["code"] == code)
            #expect(try stage.daemon.post(token: token).status == 200)
        }
        #expect(try await stage.value("entryCSN", of: "alice") == before)
    }
}

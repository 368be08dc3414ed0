import AgentKeys
import ArgumentParser
import Foundation
import JOSE
import JSON
import Requests
import Testing

@testable import writebackctl

/// `writebackctl keys`, on real key files.
struct KeysCommandTests {
    private let folder: KeyFolder
    private let start = KeyFolder.start

    init() throws {
        folder = try KeyFolder()
    }

    @Test func `list shows each key with its status, curve and times`() throws {
        _ = try folder.make()
        let keys = try KeyFile.rotate(folder.path, at: start.seconds + 60, overlap: .seconds(3600), curve: .x25519).keys
        let lines = try list("--file", folder.path).lines
        let columns = lines.map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
        #expect(columns[0] == ["KID", "STATUS", "CURVE", "MADE", "OPENS", "UNTIL"])
        #expect(columns[1] == [keys.current.pair.id, "current", "P-256", "2023-11-14T22:13:20Z", "-"])
        #expect(columns[2] == [keys.next.pair.id, "next", "X25519", "2023-11-14T22:14:20Z", "-"])
        #expect(
            columns[3] == [
                keys.retired[0].pair.id, "retired", "P-256", "2023-11-14T22:13:20Z", "2023-11-14T23:14:20Z",
            ])
    }

    @Test func `list says so when a retired key no longer opens anything`() throws {
        _ = try folder.make()
        _ = try KeyFile.rotate(folder.path, at: start.seconds, overlap: .seconds(60))
        #expect(try list("--file", folder.path, at: start + 59).lines.last?.hasSuffix("22:14:20Z") == true)
        #expect(try list("--file", folder.path, at: start + 60).lines.last?.hasSuffix("(ended)") == true)
    }

    @Test func `rotate does it, and says what happened and what to do`() throws {
        let before = try folder.make()
        let report = try rotate("--file", folder.path, "--overlap", "2")
        let after = try KeyFile.read(folder.path).keys
        #expect(after.current.pair.id == before.next.pair.id)
        #expect(after.retired.map(\.end) == [start.seconds + 7200])
        #expect(report.exitCode == .success)
        #expect(
            report.lines == [
                "rotated: \(before.next.pair.id) is now the current key, \(after.next.pair.id) is the new next one",
                "\(before.current.pair.id) opens what was sealed to it until 2023-11-15T00:13:20Z",
                "run 'systemctl reload writebackd' to put this in force",
            ])
    }

    @Test func `the configuration names the file, the overlap and the curve of new keys`() throws {
        _ = try folder.make(.p256)
        try folder.configure("file = \"\(folder.path)\"\noverlap = \"3h\"\ncurve = \"X25519\"")
        _ = try rotate("--config", folder.configuration)
        let keys = try KeyFile.read(folder.path).keys
        #expect(keys.retired.map(\.end) == [start.seconds + 3 * 3600])
        #expect(keys.next.pair.curve == .x25519)
        #expect(try list("--config", folder.configuration).lines.count == 4)
    }

    @Test func `the file given goes before the configuration, which may even be wrong`() throws {
        _ = try folder.make()
        try "garbage".write(toFile: folder.configuration, atomically: false, encoding: .utf8)
        #expect(try list("--config", folder.configuration, "--file", folder.path).lines.count == 3)
        _ = try rotate("--config", folder.configuration, "--file", folder.path)
        #expect(try KeyFile.read(folder.path).keys.retired.map(\.end) == [start.seconds + 7 * 86400])
    }

    @Test func `export prints the public set that the agent serves`() throws {
        let keys = try folder.make()
        _ = try KeyFile.rotate(folder.path, at: start.seconds, overlap: .seconds(60))
        let report = try export("--file", folder.path)
        #expect(report.lines == [KeyRing(try KeyFile.read(folder.path).keys).publicSet.text])
        #expect(!report.lines[0].contains(keys.current.pair.id))
    }

    @Test(arguments: [EllipticCurve.p256, .x25519])
    func `export prints one key, as a JWK that callers can seal to or in PEM`(curve: EllipticCurve) throws {
        let keys = try folder.make(curve)
        for key in keys.all {
            let text = try export("--file", folder.path, "--kid", key.pair.id).lines[0]
            #expect(try EncryptionKey(parsing: text) == key.pair.encryptionKey)
            let pem = try export("--file", folder.path, "--kid", key.pair.id, "--pem").lines[0]
            #expect(try key.pair.encryptionKey.pem() == pem + "\n")
        }
        #expect(try export("--file", folder.path, "--pem").lines[0] + "\n" == keys.current.pair.encryptionKey.pem())
    }

    @Test func `a key's name may begin with a hyphen, and so may a request's`() throws {
        let export = try #require(
            try Writebackctl.parseAsRoot(["keys", "export", "--kid", "-Nm5"]) as? KeysExportCommand)
        #expect(export.kid == "-Nm5")
        let words = ["request", "status", "alice", "--request-id", "-x1"]
        #expect((try Writebackctl.parseAsRoot(words) as? RequestCommand)?.requestID == "-x1")
    }

    @Test func `nothing private is ever printed`() throws {
        _ = try folder.make()
        var lines = try rotate("--file", folder.path).lines + list("--file", folder.path).lines
        let kids = try KeyFile.read(folder.path).keys.all.map(\.pair.id)
        for kid in kids {
            lines += try export("--file", folder.path, "--kid", kid).lines
            lines += try export("--file", folder.path, "--kid", kid, "--pem").lines
        }
        lines += try export("--file", folder.path).lines
        let parts = try folder.privateParts()
        #expect(parts.count == 3)
        #expect(parts.allSatisfy { part in !lines.contains { $0.contains(part) } })
    }

    @Test func `a name that no key has, no file and a damaged one are complaints with status 1`() throws {
        let missing = try #require(throws: KeysFault.self) { try list("--file", folder.path) }
        #expect(missing == .keys(.missing(path: folder.path)))
        let keys = try folder.make()
        let unknown = try #require(throws: KeysFault.self) { try export("--file", folder.path, "--kid", "x") }
        #expect(unknown == .unknown(kid: "x"))
        let text = try String(contentsOfFile: folder.path, encoding: .utf8)
        try Data(text.utf8.prefix(100)).write(to: URL(fileURLWithPath: folder.path))
        let damaged = try #require(throws: KeysFault.self) { try rotate("--file", folder.path) }
        #expect("\(damaged)".hasPrefix(folder.path))
        for fault in [missing, unknown, damaged] {
            let report = Report(keys: { () throws(KeysFault) in throw fault })
            #expect(report.exitCode == ExitCode(1))
            #expect(report.isComplaint)
            #expect(report.lines == ["\(fault)"])
        }
        #expect(keys.all.count == 2)
    }

    @Test func `keys that come as a credential are named with the way to their file`() throws {
        try folder.configure("credential = \"agent-keys\"")
        let fault = try #require(throws: KeysFault.self) { try list("--config", folder.configuration) }
        #expect(fault == .credential(name: "agent-keys"))
        #expect("\(fault)".contains("--file"))
    }

    @Test func `a configuration with errors is told line by line`() throws {
        try folder.configure("overlap = \"soon\"\nfile = 1")
        let fault = try #require(throws: KeysFault.self) { try list("--config", folder.configuration) }
        let report = Report(keys: { () throws(KeysFault) in throw fault })
        #expect(report.lines.count == 3)
        #expect(report.lines.dropFirst().allSatisfy { $0.contains("keys.") })
    }

    @Test(arguments: [
        ["rotate", "--overlap", "-1"], ["rotate", "--overlap", "8785"], ["rotate", "x"], ["list", "--pem"],
    ])
    func `a wrong use of the command line is refused`(words: [String]) throws {
        let error = try #require(throws: (any Error).self) { try KeysCommand.parseAsRoot(words) }
        #expect(KeysCommand.exitCode(for: error) == .validationFailure)
    }

    @Test func `the installed configuration is the default`() throws {
        #expect(try KeysListCommand.parse([]).options.config == "/etc/writebackd/writebackd.toml")
        #expect(try KeysListCommand.parse([]).options.file == nil)
    }

    private func list(_ words: String..., at now: Timestamp = KeyFolder.start) throws -> Report {
        try KeysListCommand.parse(words).report(at: now)
    }

    private func rotate(_ words: String...) throws -> Report {
        try KeysRotateCommand.parse(words).report(at: start)
    }

    private func export(_ words: String...) throws -> Report {
        try KeysExportCommand.parse(words).report()
    }
}

import ArgumentParser
import Foundation
import Requests
import Testing

@testable import writebackctl

@Suite("The agent's health in words")
struct HealthTests {
    @Test("ready: exit status 0, and nothing to do")
    func ready() throws {
        let report = try report(
            """
            {"status":"ready","version":"0.1.0","agent":"wb1","journal":{"status":"ok"},
             "directories":[{"name":"corp","status":"up","since":"2024-01-31T23:59:59Z"},{"name":"lab","status":"unknown"}],
             "something":{"new":[1,2]}}
            """)
        #expect(report.exitCode == .success)
        #expect(
            report.lines == [
                "writebackd 0.1.0 (wb1) is ready: it takes requests",
                "  journal: takes entries",
                "  directory corp: up since 2024-01-31T23:59:59Z (for 3 h 1 min)",
                "  directory lab: unknown",
            ])
    }

    @Test("degraded: what is wrong, since when, why, and what to do")
    func degraded() throws {
        let report = try report(
            """
            {"status":"degraded","version":"0.1.0","agent":"wb1","journal":{"status":"failing","reason":"no journald"},
             "directories":[{"name":"corp","status":"down","reason":"refused","since":"2024-02-01T03:00:00Z"}]}
            """)
        #expect(report.exitCode == .notReady)
        #expect(report.lines[0] == "writebackd 0.1.0 (wb1) is degraded: some requests cannot be carried out")
        #expect(report.lines[1].hasPrefix("  journal: failing (no journald)"))
        #expect(report.lines[2] == "  directory corp: down since 2024-02-01T03:00:00Z (for 59 s): refused")
        #expect(report.lines[3] == "What to do:")
        #expect(report.lines[4].hasPrefix("  journal: 'systemctl status systemd-journald'"))
        #expect(report.lines[5].hasPrefix("  directory corp: "))
        #expect(report.lines[5].contains("WRITEBACK_DIRECTORY=corp"))
    }

    @Test("misconfigured: says which command finds the errors")
    func misconfigured() throws {
        let report = try report(
            #"{"status":"misconfigured","version":"0.1.0","errors":3,"detail":"It has errors."}"#, 503)
        #expect(report.exitCode == .notReady)
        #expect(report.lines.contains("  It has errors."))
        #expect(report.lines.last?.contains("writebackctl check-config") == true)
    }

    @Test("every other state is not ready", arguments: ["directory_down", "stopping", "dreaming"])
    func others(status: String) throws {
        #expect(try report("{\"status\":\"\(status)\"}", 503).exitCode == .notReady)
    }

    @Test("what is no health document is no answer", arguments: ["", "[]", #"{"status":404}"#, "{}"])
    func noDocument(body: String) {
        #expect(throws: AskError.self) { try HealthDocument(HTTPReply(status: 404, body: Array(body.utf8))) }
    }

    @Test("a directory's reason cannot steer the terminal")
    func controlCharacters() throws {
        let report = try report(
            #"{"status":"degraded","directories":[{"name":"corp","status":"down","reason":"\u001b[2J\nall is well\u202e"}]}"#
        )
        #expect(report.lines[1] == "  directory corp: down: \\u{1b}[2J\\u{a}all is well\\u{202e}")
    }

    @Test("a length of time is told in its two largest units")
    func elapsed() {
        let texts = [0, 59, 60, 3599, 3600, 86399, 86400, 180_000].map { "\(Elapsed(seconds: $0))" }
        #expect(texts == ["0 s", "59 s", "1 min", "59 min", "1 h 0 min", "23 h 59 min", "1 d 0 h", "2 d 2 h"])
    }

    private func report(_ json: String, _ status: Int = 200) throws -> Report {
        let now = try #require(Timestamp(internetTime: "2024-02-01T03:00:59Z"))
        return HealthReport(of: try HealthDocument(HTTPReply(status: status, body: Array(json.utf8))), now: now).report
    }
}

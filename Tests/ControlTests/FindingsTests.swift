import AgentConfiguration
import ArgumentParser
import Testing

@testable import writebackctl

@Suite("The findings about a configuration")
struct FindingsTests {
    @Test("are one line each, errors fail, and all are told at once")
    func errors() {
        let report = Report(findings: [
            Finding(keyPath: "directory.corp.servers[0]", line: 12, message: "is no URL"),
            Finding(severity: .warning, keyPath: "socket.path", message: "is odd"), Finding(message: "is not TOML"),
        ])
        #expect(report.exitCode == .hasErrors)
        #expect(
            report.lines == [
                "error: directory.corp.servers[0]: is no URL (line 12)", "warning: socket.path: is odd",
                "error: is not TOML",
                "configuration has 2 errors",
            ])
    }

    @Test("do not fail when they are warnings")
    func warnings() {
        let report = Report(findings: [Finding(severity: .warning, keyPath: "socket.path", message: "is odd")])
        #expect(report.exitCode == .success)
        #expect(report.lines.last == "configuration is valid")
    }
}

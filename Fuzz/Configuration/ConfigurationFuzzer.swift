import AgentConfiguration
import Fuzzing

/// The text of the configuration file.
@main
enum ConfigurationFuzzer {
    static func main() {
        Fuzzer.run { start, count in
            ConfigurationFuzzer.check(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
            return 0
        }
    }

    private static func check(_ text: String) {
        let lines = text.utf8.count { $0 == 0x0a } + 1
        do {
            let settings = try Settings.parse(text)
            Fuzzer.expect(!settings.callers.isEmpty && !settings.directories.isEmpty, "settings are complete")
            Fuzzer.expect(settings.warnings.allSatisfy { $0.severity == .warning }, "what is accepted has no errors")
            check(settings.warnings, lines)
            Fuzzer.expect((try? Settings.parse(text)) == settings, "reading the same twice gives the same")
        } catch {
            Fuzzer.expect(error.findings.contains { $0.severity == .error }, "what is refused has an error")
            check(error.findings, lines)
        }
    }

    private static func check(_ findings: [Finding], _ lines: Int) {
        // Every line may have a handful; what is missing is told of besides.
        Fuzzer.expect(findings.count <= 8 * lines + 64, "findings are bounded: \(findings.count) for \(lines) lines")
        let places = findings.compactMap(\.line)
        Fuzzer.expect(places == places.sorted(), "findings come in the order of the file")
        Fuzzer.expect(places.allSatisfy { (1...lines).contains($0) }, "a finding is on a line of the file")
        for finding in findings { Fuzzer.expectLoggable(finding.description, limit: 2000) }
    }
}

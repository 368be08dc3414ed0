internal import AgentConfiguration
internal import ArgumentParser

extension Report {
    /// One line for each finding; warnings alone leave the configuration valid.
    init(findings: [Finding]) {
        let errors = findings.count { $0.severity == .error }
        let verdict =
            switch errors {
            case 0: "configuration is valid"
            case 1: "configuration has 1 error"
            default: "configuration has \(errors) errors"
            }
        self.init(findings.map(Self.line) + [verdict], exitCode: errors == 0 ? .success : .hasErrors)
    }

    private static func line(_ finding: Finding) -> String {
        let severity = finding.severity == .error ? "error" : "warning"
        let subject = finding.keyPath.isEmpty ? "" : "\(finding.keyPath): "
        let place = finding.line.map { " (line \($0))" } ?? ""
        return "\(severity): \(subject)\(finding.message)\(place)"
    }
}

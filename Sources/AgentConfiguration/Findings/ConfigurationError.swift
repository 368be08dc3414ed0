/// Why a configuration was not accepted: every finding, at least one of them an error.
public struct ConfigurationError: Error, Sendable, Equatable {
    /// The findings in the order of the file; those without a line come last.
    public let findings: [Finding]

    init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// A finding about the file as a whole.
    init(_ message: String) {
        self.init([Finding(message: message)])
    }
}

extension ConfigurationError: CustomStringConvertible {
    /// One line for each finding.
    public var description: String {
        findings.map(\.description).joined(separator: "\n")
    }
}

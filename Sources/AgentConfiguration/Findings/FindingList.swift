/// The findings of one pass over a file, while it is being read.
final class FindingList {
    private var findings: [Finding] = []

    /// Adds a finding.
    func add(_ finding: Finding) {
        findings.append(finding)
    }

    /// Whether the value at `keyPath` can be relied on.
    ///
    /// A check that compares two keys asks first; otherwise one mistake would be reported twice, the second time in
    /// terms of a default that nobody wrote.
    func isSound(_ keyPath: String) -> Bool {
        !findings.contains { $0.severity == .error && ($0.keyPath == keyPath || $0.keyPath.hasPrefix(keyPath + "[")) }
    }

    /// Whether there is an error among them.
    var hasErrors: Bool {
        findings.contains { $0.severity == .error }
    }

    /// All of them by line; those without one last, and those of one line in the order they were found.
    var inFileOrder: [Finding] {
        findings.enumerated()
            .sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }
            .map(\.element)
    }
}

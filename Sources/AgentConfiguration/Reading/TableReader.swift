/// Reads one table strictly: every key is asked for by name and type, and what nobody asked for is a finding.
///
/// A getter never stops the reading. It records what is wrong and answers nil or the default, so that one pass over the
/// file finds everything; the caller throws the result away when there was an error.
final class TableReader {
    /// The full path of the table; empty for the file's root.
    let path: String
    let findings: FindingList
    /// The line of the table; nil for the root, and for a table that the file leaves out.
    private let line: Int?
    private let entries: [String: TOMLNode]
    private var knownKeys: [String] = []
    private var refusedKeys: Set<String> = []

    init(path: String = "", line: Int? = nil, entries: [String: TOMLNode], findings: FindingList) {
        self.path = path
        self.line = line
        self.entries = entries
        self.findings = findings
    }

    /// The full path of `key` in this table.
    func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// What stands at `key`, which counts as known from now on.
    func node(_ key: String) -> TOMLNode? {
        knownKeys.append(key)
        return entries[key]
    }

    /// Records a finding about `key`, on the line of its value unless another is given, or else that of the table.
    func report(_ key: String, line: Int? = nil, _ message: String, severity: FindingSeverity = .error) {
        let line = line ?? entries[key]?.line ?? self.line
        findings.add(Finding(severity: severity, keyPath: path(of: key), line: line, message: message))
    }

    /// Records a finding about the table itself.
    func report(_ message: String, severity: FindingSeverity = .error) {
        findings.add(Finding(severity: severity, keyPath: path, line: line, message: message))
    }

    /// Records that `node`, at `key`, is of another kind than `expected`.
    func reportKind(_ key: String, _ node: TOMLNode, expected: String) {
        report(key, line: node.line, "must be \(expected), not \(node.value.kind)")
    }

    /// Whether all of `keys` can be relied on; see ``FindingList/isSound(_:)``.
    func isSound(_ keys: String...) -> Bool {
        keys.allSatisfy { findings.isSound(path(of: $0)) }
    }

    /// Answers a key that must never be there with its own reason instead of "unknown key".
    func refuse(_ key: String, because reason: String) {
        refusedKeys.insert(key)
        if entries[key] != nil { report(key, reason) }
    }

    /// Records a finding for each of `keys` that is there, because `choice` leaves no use for it; all count as known.
    func reportMeaningless(_ keys: [String], with choice: String) {
        for key in keys where node(key)?.value.isEmptyText == false {
            report(key, "has no meaning with \(choice); remove it")
        }
    }

    /// Records a finding for every key that was not asked for.
    func reportUnknownKeys() {
        let unknown = entries.filter { !knownKeys.contains($0.key) && !refusedKeys.contains($0.key) }
        for (key, node) in unknown.sorted(by: { $0.key < $1.key }) {
            let hint = NearMiss.of(key, among: knownKeys).map { "did you mean \"\($0)\"?" }
            let message = "unknown key; \(hint ?? "known here: \(knownKeys.joined(separator: ", "))")"
            report(KeyName.printable(key), line: node.line, message)
        }
    }
}

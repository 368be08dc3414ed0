/// Reads one table strictly: every key is asked for by name and type, and what nobody asked for is a finding.
///
/// A getter never stops the reading. It records what is wrong and answers nil or the default, so that one pass over the
/// file finds everything; the caller throws the result away when there was an error.
final class TableReader {
    /// The full path of the table; empty for the file's root.
    let path: String
    let findings: FindingList
    private let entries: [String: TOMLNode]
    private var knownKeys: [String] = []
    private var refusedKeys: Set<String> = []

    init(path: String = "", entries: [String: TOMLNode], findings: FindingList) {
        self.path = path
        self.entries = entries
        self.findings = findings
    }

    /// The full path of `key` in this table.
    func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// The value at `key`, which counts as known from now on.
    func node(_ key: String) -> TOMLNode? {
        knownKeys.append(key)
        return entries[key]
    }

    /// The names of all keys in the table, in alphabetical order.
    var keys: [String] { entries.keys.sorted() }

    /// Whether the file has `key` in this table.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Records a finding about `key`.
    func report(_ key: String, _ message: String, severity: FindingSeverity = .error) {
        findings.add(at: path(of: key), message, severity: severity)
    }

    /// Records that the value at `key` is of another kind than `expected`.
    func reportKind(_ key: String, _ node: TOMLNode, expected: String) {
        report(key, "must be \(expected), not \(node.kind)")
    }

    /// Whether all of `keys` can be relied on; see ``FindingList/isSound(_:)``.
    func isSound(_ keys: String...) -> Bool {
        keys.allSatisfy { findings.isSound(path(of: $0)) }
    }

    /// Answers a key that must never be there with its own reason instead of "unknown key".
    func refuse(_ key: String, because reason: String) {
        refusedKeys.insert(key)
        if has(key) { report(key, reason) }
    }

    /// Records a finding for every key that was not asked for.
    func reportUnknownKeys() {
        for key in keys where !knownKeys.contains(key) && !refusedKeys.contains(key) {
            let hint = NearMiss.of(key, among: knownKeys).map { "did you mean \"\($0)\"?" }
            report(KeyName.printable(key), "unknown key; \(hint ?? "known here: \(knownKeys.joined(separator: ", "))")")
        }
    }
}

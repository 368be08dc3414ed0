/// One thing to correct in the configuration, named by the key it is about.
///
/// Messages say what is expected and hold no values but those of closed sets, so that a secret put under the wrong key
/// is not repeated in a log.
public struct Finding: Sendable, Hashable {
    /// Whether the agent can run in spite of it.
    public let severity: FindingSeverity
    /// The key's full path, such as `directory.corp.servers[0]`; empty when the finding is about the file as a whole.
    public let keyPath: String
    /// The line in the file, from 1, of the key or of the nearest table around it; nil when neither is in the file.
    public let line: Int?
    /// What is wrong and what is expected, without the key path and the line.
    public let message: String

    /// Makes a finding, for a check that needs more than the file: a credential, a name of this machine.
    public init(severity: FindingSeverity = .error, keyPath: String = "", line: Int? = nil, message: String) {
        self.severity = severity
        self.keyPath = keyPath
        self.line = line
        self.message = message
    }
}

extension Finding: CustomStringConvertible {
    /// One line: `directory.corp.servers[0]: must be … (line 12)`.
    public var description: String {
        let subject = keyPath.isEmpty ? "" : "\(keyPath): "
        let warning = severity == .warning ? "warning: " : ""
        let place = line.map { " (line \($0))" } ?? ""
        return subject + warning + message + place
    }
}

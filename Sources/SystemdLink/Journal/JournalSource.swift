/// Which journal is read.
public enum JournalSource: Sendable, Hashable {
    /// The one of this machine, as `journalctl` shows it: persistent and volatile files.
    case system
    /// The one of a namespace of this machine (`LogNamespace=` in systemd.exec(5)).
    case namespace(String)
    /// All journal files in a folder, or in folders of it that are named by a machine's id (sd_journal_open_directory(3)).
    case directory(String)
}

extension JournalSource: CustomStringConvertible {
    /// The journal in words, for a sentence.
    public var description: String {
        switch self {
        case .system: "the system's journal"
        case .namespace(let name): "the journal of the namespace \(name)"
        case .directory(let path): "the journal in \(path)"
        }
    }
}

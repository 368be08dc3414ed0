extension Settings {
    /// What systemd makes for the agent when it starts (`StateDirectory=` of writebackd.service).
    private static let stateFolder = "/var/lib/writebackd"

    /// What is missing for these settings on this machine: files that cannot be read, keys that are none, folders,
    /// users and groups that do not exist.
    ///
    /// It opens files as the user it runs as, and asks the name service; ``parse(_:)`` does neither.
    public func environmentFindings() -> [Finding] {
        var findings = directories.flatMap(\.unreadableFiles) + missingFolders
        do {
            _ = try CallerKeys.read(callers)
        } catch {
            findings += error.findings
        }
        do {
            _ = try PeerNames.resolve(callers)
        } catch {
            findings += error.findings
        }
        return findings
    }

    private var missingFolders: [Finding] {
        var files = [(keyPath: "ledger.path", path: ledger.path)]
        if case .file(let path) = keys.source { files.append((keyPath: "keys.file", path: path)) }
        // A configuration is checked before the agent first starts, when that folder is not there yet.
        return files.filter { ConfigurationFile.folder(of: $0.path) != Self.stateFolder }.compactMap { keyPath, path in
            Finding(keyPath: keyPath) { () throws(Complaint) in try ConfigurationFile.checkFolder(of: path) }
        }
    }
}

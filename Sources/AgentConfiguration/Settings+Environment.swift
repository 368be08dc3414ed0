internal import LDAPClient

extension Settings {
    /// What is missing for these settings on this machine: files that cannot be read, users and groups that do not exist.
    ///
    /// It opens files as the user it runs as, and asks the name service; ``parse(_:)`` does neither.
    public func environmentFindings() -> [Finding] {
        var findings = directories.flatMap(\.unreadableFiles)
        do {
            _ = try PeerNames.resolve(callers)
        } catch {
            findings += error.findings
        }
        return findings
    }
}

extension DirectorySettings {
    fileprivate var unreadableFiles: [Finding] {
        let usesTLS = transport.startTLS || transport.servers.contains { $0.scheme == .ldaps }
        let files = [
            ("ca_file", usesTLS ? transport.caFile : nil),
            ("client_certificate", transport.clientCertificate?.file),
            ("client_key", transport.clientCertificate?.keyFile),
        ]
        return files.compactMap { key, path in
            do throws(Complaint) {
                if let path { try ConfigurationFile.checkReadable(path) }
                return nil
            } catch {
                return Finding(keyPath: "directory.\(name).\(key)", message: error.message)
            }
        }
    }
}

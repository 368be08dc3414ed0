internal import LDAPClient

extension DirectorySettings {
    /// A finding for each file of certificates and keys that is needed and that this process cannot read.
    var unreadableFiles: [Finding] {
        let usesTLS =
            transport.startTLS || transport.domain != nil || transport.servers.contains { $0.scheme == .ldaps }
        let files = [
            ("ca_file", usesTLS ? transport.caFile : nil),
            ("client_certificate", transport.clientCertificate?.file),
            ("client_key", transport.clientCertificate?.keyFile),
        ]
        return files.compactMap { key, path in
            Finding(keyPath: "directory.\(name).\(key)") { () throws(Complaint) in
                if let path { try ConfigurationFile.checkReadable(path) }
            }
        }
    }
}

internal import Glibc

extension JournalSource {
    /// Looks whether the user may read all files of the journal, which libsystemd does not tell.
    ///
    /// - Throws: ``JournalReadError/noPermission(path:)``, ``JournalReadError/noFolder(path:)``,
    ///   ``JournalReadError/noFiles(_:)``.
    func checkReadable() throws(JournalReadError) {
        var count = 0
        for folder in try folders() {
            for name in try Self.names(in: folder) where name.hasSuffix(".journal") || name.hasSuffix(".journal~") {
                // A file may be rotated away between the two calls: only a refusal counts.
                guard access("\(folder)/\(name)", R_OK) == 0 || errno == ENOENT else {
                    throw .noPermission(path: "\(folder)/\(name)")
                }
                count += 1
            }
        }
        guard count > 0 else { throw .noFiles(self) }
    }

    /// The folders that libsystemd looks into (systemd-journald.service(8)).
    private func folders() throws(JournalReadError) -> [String] {
        if case .directory(let path) = self { return try [path] + Self.folders(in: path) { _ in true } }
        var folders: [String] = []
        for root in ["/var/log/journal", "/run/log/journal"] where access(root, F_OK) == 0 {
            folders += try Self.folders(in: root) { $0 == namespaceSuffix }
        }
        return folders
    }

    private var namespaceSuffix: String {
        if case .namespace(let name) = self { "." + name } else { "" }
    }

    /// The folders in `root` that are named by a machine's id, of 32 digits, and a suffix that is wanted.
    private static func folders(
        in root: String, where isWanted: (String) -> Bool
    ) throws(JournalReadError) -> [String] {
        try names(in: root).filter { $0.prefix(32).count { $0.isHexDigit } == 32 && isWanted(String($0.dropFirst(32))) }
            .map { "\(root)/\($0)" }
    }

    private static func names(in folder: String) throws(JournalReadError) -> [String] {
        guard let stream = opendir(folder) else {
            throw switch errno {
            case EACCES, EPERM: .noPermission(path: folder)
            case ENOENT, ENOTDIR: .noFolder(path: folder)
            default: .system(call: "opendir(\(folder))", code: errno)
            }
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}

internal import Foundation
internal import Glibc

/// The provisioned domain that all servers of one test process are copies of: a copy starts in a fraction of the time.
enum SambaTemplate {
    /// Made when the first test wants it; the others wait for the same one.
    static let made = Task {
        atexit { try? FileManager.default.removeItem(atPath: SambaTemplate.folder) }
        try await Command.run(Samba.script, ["template", folder])
        return folder
    }

    private static let folder = "\(Repository.temporary)/samba-template-\(getpid())"
}

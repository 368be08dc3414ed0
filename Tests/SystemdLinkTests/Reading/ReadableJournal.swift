import Foundation
import Glibc
import SystemdLink
import TestSupport
import Testing

/// A journald whose files are read from outside of its namespace.
struct ReadableJournal {
    let journald: Journald
    /// Its folder of journal files, as `/var/log/journal` is for the system's.
    let folder: String

    init() async throws {
        journald = try await Journald()
        // A long path is reached by a link.
        let socket = URL(filePath: journald.socket).resolvingSymlinksInPath().path
        folder = String(socket.dropLast("/run/systemd/journal/socket".count)) + "/log/journal"
    }

    /// Everything that matches, after everything sent has been written.
    func read(_ matches: [JournalMatch] = []) async throws -> [StoredEntry] {
        _ = try await journald.entries()
        var reader = try JournalReader(.directory(folder), matching: matches)
        var entries: [StoredEntry] = []
        while let entry = try reader.next() { entries.append(entry) }
        return entries
    }

    /// Sends fields as they are, whatever ``JournalSender`` would make of them.
    func send(_ fields: [(name: String, value: [UInt8])]) throws {
        var bytes: [UInt8] = []
        for field in fields {
            bytes += Array(field.name.utf8) + [10]
            bytes += withUnsafeBytes(of: UInt64(field.value.count).littleEndian, Array.init)
            bytes += field.value + [10]
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: journald.socket.utf8) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        let sent = withUnsafeBytes(of: &address) { address in
            sendto(
                descriptor, bytes, bytes.count, 0, address.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(address.count))
        }
        try #require(sent == bytes.count, "sendto: \(String(cString: strerror(errno)))")
    }
}

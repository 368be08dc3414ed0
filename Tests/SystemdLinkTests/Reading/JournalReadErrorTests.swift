import Foundation
import Glibc
import SystemdLink
import TestSupport
import Testing

/// Journals that cannot be read.
struct JournalReadErrorTests {
    private let folder = "\(Repository.temporary)/journal-\(UInt32.random(in: 0 ... .max))"

    private func failure(_ source: JournalSource) -> JournalReadError? {
        do {
            _ = try JournalReader(source)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a folder that is not there, and a file in its place, are told`() {
        #expect(failure(.directory(folder)) == .noFolder(path: folder))
        #expect(failure(.directory("/etc/passwd")) == .noFolder(path: "/etc/passwd"))
    }

    @Test func `a folder without journal files, and an unknown namespace, are no empty journals`() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(failure(.directory(folder)) == .noFiles(.directory(folder)))
        #expect(failure(.namespace("nobodys")) == .noFiles(.namespace("nobodys")))
    }

    @Test func `the errors say what to do`() {
        #expect("\(JournalReadError.noPermission(path: "/j"))".contains("member of the group systemd-journal"))
        #expect("\(JournalReadError.noFiles(.namespace("n")))".contains("LogNamespace="))
        #expect("\(JournalReadError.system(call: "c", code: ENOMEM))" == "c failed: Cannot allocate memory")
    }
}

import Foundation
import TestSupport
import Testing

@Suite struct CatalogueTests {
    @Test func `each message of the two tables has one entry in the catalogue, and there are no others`() throws {
        let known = try RefusalRow.all().map(\.messageID) + EventRow.all().map(\.messageID)
        #expect(known.count > 60)
        #expect(Set(known).count == known.count, "a MESSAGE_ID stands for two things")
        #expect(try Catalogue().entries.map(\.messageID).sorted() == known.sorted())
    }

    @Test func `each entry of the catalogue says by its headers what it is about, and explains it`() throws {
        for entry in try Catalogue().entries {
            let parts = entry.text.split(separator: "\n\n", maxSplits: 1)
            let headers = try #require(parts.first)
            #expect(headers.wholeMatch(of: /Subject: .+\nDefined-By: writebackd/) != nil, "\(entry.messageID)")
            #expect((parts.count > 1 ? parts[1].count : 0) > 40, "\(entry.messageID)")
        }
    }

    @Test func `the catalogue puts in only fields that the journal's document knows`() throws {
        let unknown = try Catalogue().fields.subtracting(MarkdownTables("docs/journal.md").keys)
        #expect(unknown.isEmpty)
    }

    @Test func `a refusal's entry shows the reason that the agent recorded`() throws {
        let refusals = Set(try RefusalRow.all().map(\.messageID))
        for entry in try Catalogue().entries where refusals.contains(entry.messageID) {
            #expect(entry.text.contains("@WRITEBACK_REASON@"), "\(entry.messageID)")
        }
    }

    @Test func `journalctl takes the catalogue, every entry of it`() async throws {
        let root = "/tmp/writebackd-catalogue-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let folder = root + "/usr/lib/systemd/catalog"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Repository.text(Catalogue.path).write(
            toFile: folder + "/writebackd.catalog", atomically: true, encoding: .utf8)
        try await Command.run("/usr/bin/journalctl", ["--update-catalog", "--root=\(root)"])
        let list = try await Command.run("/usr/bin/journalctl", ["--list-catalog", "--root=\(root)"])
        #expect(try list.matches(of: #/[0-9a-f]{32} writebackd: /#).count == Catalogue().entries.count)
    }
}

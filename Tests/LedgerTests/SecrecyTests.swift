import Ledger
import Requests
import Secrets
import Testing

/// That no record and no reply ever repeats a password.
@Suite(.timeLimit(.minutes(2)))
struct SecrecyTests {
    private let samples = Samples()
    private let markers = [Samples.newPassword, Samples.currentPassword, "NEW-", "OLD-", "-marker"]

    private let folder: LedgerFolder
    private let journal: JournalSocket
    private let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
        ledger = try folder.open()
    }

    private func expectSilence(_ reply: Reply, entries: Int) async throws {
        let told = await journal.next(entries)
        #expect(told.count == entries)
        let files = try ["", "-wal"].map { String(decoding: try folder.bytes("ledger.db" + $0), as: UTF8.self) }
        for marker in markers {
            #expect(!reply.body.contains(marker))
            #expect(told.allSatisfy { !$0.contains(marker) })
            #expect(files.allSatisfy { !$0.contains(marker) })
        }
    }

    @Test(arguments: [Operation.reset, .change])
    func `a write is recorded without its passwords, however it ends`(operation: Operation) async throws {
        let refusals: [Refusal] = [
            .wrongCurrentPassword, .passwordInHistory(depth: nil), .passwordQuality(message: nil), .directoryTimeout,
            .directoryError(code: 80, name: "other", message: ""), .noPermission(.writePassword),
        ]
        let ends: [Settlement] =
            [.applied(samples.receipt()), .unknown(.noAnswer), .unknown(.notVisible)] + refusals.map(Settlement.refused)
        for end in ends {
            let story = try samples.story(operation)
            let intent = try await ledger.open(try samples.permitted(operation), story: story)
            let reply = await ledger.settle(intent, as: end, story: story).reply
            try await expectSilence(reply, entries: 2)
        }
    }

    @Test(arguments: [
        #""jti""#, #""op""#, #""account""#, #""new_password""#, #""current_password""#, "{", "}", ",", ":", "\"", "-",
        "7f3a", "91cc", "marker", "alice", "change",
    ])
    func `a malformed request is refused without telling what was in it`(spoilt: String) async throws {
        let text = samples.body(.change)
        for fault in [
            "", "x", "\"", "\\", "\u{0}", "{", "[", "null", "\\ud800", "\n", String(repeating: "a", count: 300),
        ] {
            let body = text.replacing(spoilt, with: fault)
            do {
                _ = try Request(parsing: try Secret(utf8: body))
            } catch let refusal as Refusal {
                try await expectSilence(await ledger.refuse(refusal, story: samples.begun()).reply, entries: 1)
            }
        }
    }

    @Test(arguments: Array(0..<96))
    func `a request cut anywhere is refused without telling what was in it`(count: Int) async throws {
        let text = String(samples.body(.change).prefix(count + 40))
        do {
            _ = try Request(parsing: try Secret(utf8: text))
        } catch let refusal as Refusal {
            try await expectSilence(await ledger.refuse(refusal, story: samples.begun()).reply, entries: 1)
        }
    }
}

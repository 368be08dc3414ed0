import GRDB
import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import Ledger
@testable import writebackctl

/// What is told when something could not be looked at: neither that it agrees nor that it does not.
@Suite(.timeLimit(.minutes(2)))
struct UncheckedVerdictTests {
    private let run: RecordedRun

    init() async throws {
        run = try await RecordedRun()
        try run.run(5)
    }

    @Test func `entries that only call themselves the agent's are not taken for the unit's`() async throws {
        _ = try await run.journald.everything()
        let findings = try AuditVerifyCommand.parse(
            ["--ledger", run.ledgerPath, "--journal-directory", run.journalFolder]
        ).findings
        #expect(findings.verdict == .unchecked)
        #expect(findings.exitCode == .cannotCheck)
        #expect(findings.journal?.tally.entries == 0)
        #expect(findings.lines.first?.contains("_SYSTEMD_UNIT=writebackd.service") == true)
        #expect(findings.ledger?.fault == nil)
    }

    @Test func `a missing ledger, a file of something else and a missing journal are told`() throws {
        let missing = try AuditVerifyCommand.parse(["--ledger", run.folder + "/none", "--no-journal"]).findings
        #expect(missing.lines == ["NOT CHECKED: there is no ledger \(run.folder)/none; check the path"])
        #expect(missing.exitCode == .cannotCheck)
        let other = try AuditVerifyCommand.parse(["--ledger", "/etc/passwd", "--no-journal"]).findings
        #expect(other.exitCode == .cannotCheck)
        let journal = try AuditVerifyCommand.parse(
            ["--ledger", run.ledgerPath, "--journal-directory", run.folder + "/none"]
        ).findings
        #expect(journal.exitCode == .cannotCheck)
        #expect(journal.ledger?.records == 5)
        #expect(journal.lines.first?.hasSuffix("there is no folder \(run.folder)/none") == true)
    }

    @Test func `a broken chain is a violation also where the journal could not be looked at`() throws {
        try run.sql("DELETE FROM records WHERE sequence = 3")
        let findings = try AuditVerifyCommand.parse(
            ["--ledger", run.ledgerPath, "--journal-directory", run.folder + "/none"]
        ).findings
        #expect(findings.exitCode == .violation)
        #expect(findings.lines.first?.contains("; not checked: the journal could not be read") == true)
    }

    @Test func `who may not read the journal is told how to`() async throws {
        _ = try await run.journald.everything()
        // Somebody else must get as far as the program, wherever it was built.
        let program = run.folder + "/writebackctl"
        try FileManager.default.copyItem(atPath: Repository.binaries + "/writebackctl", toPath: program)
        let words = ["--reuid=65534", "--regid=65534", "--clear-groups", program, "audit", "verify", "--journal-only"]
        await #expect {
            try await Command.run("/usr/bin/setpriv", words + ["--journal-directory", run.journalFolder])
        } throws: { error in
            "\(error)".contains("status 512") && "\(error)".contains("no permission to read \(run.journalFolder)")
                && "\(error)".contains("group systemd-journal")
        }
    }

    @Test(
        arguments: [
            ["--no-journal", "--journal-only"], ["--journal-only", "--ledger", "/l"], ["--agent", "hq"],
            ["--namespace", "n", "--journal-directory", "/d"], ["--unit", "u", "--any-unit"], ["--known-head", "5"],
            ["--known-head", "5:abc"],
        ])
    func `options that contradict each other are refused`(options: [String]) {
        #expect(throws: (any Error).self) { try AuditVerifyCommand.parse(options) }
    }
}

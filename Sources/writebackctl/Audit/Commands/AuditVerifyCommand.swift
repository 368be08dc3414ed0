internal import AgentConfiguration
internal import ArgumentParser
internal import JSON

/// `writebackctl audit verify`: whether the records are as the agent made them.
struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the ledger's hash chain, and hold the journal against it.",
        discussion: """
            Prints the newest record and its hash. Keep that line on another machine: with --known-head a later check \
            shows whether anything up to there was changed since.

            Exit status: 0 everything agrees; 1 something was altered, is missing or was added; 2 something could not be \
            checked.
            """)

    @Option(help: ArgumentHelp("The configuration file, which names the ledger.", valueName: "file"))
    var config = "/etc/writebackd/writebackd.toml"

    @Option(help: ArgumentHelp("The ledger (default: the one that the configuration names).", valueName: "file"))
    var ledger: String?

    @OptionGroup var journal: JournalOptions

    @Flag(help: "Check the ledger's chain alone.")
    var noJournal = false

    @Flag(help: "Check the chain from the journal alone, where there is no ledger.")
    var journalOnly = false

    @Option(
        help: ArgumentHelp("--journal-only: the agent whose entries are taken; may be repeated.", valueName: "name"))
    var agent: [String] = []

    @Option(help: ArgumentHelp("The line 'head' of an earlier check.", valueName: "sequence:hash"))
    var knownHead: KnownHead?

    @Flag(name: .customLong("json"), help: "Print the findings as JSON.")
    var isJSON = false

    func validate() throws {
        if noJournal, journalOnly {
            throw ValidationError("--no-journal and --journal-only leave nothing to check.")
        }
        if journalOnly, ledger != nil {
            throw ValidationError("--journal-only reads no ledger.")
        }
        if !agent.isEmpty, !journalOnly {
            throw ValidationError("--agent has no meaning without --journal-only: the ledger's own records name it.")
        }
    }

    func run() throws {
        try report(findings).deliver()
    }

    /// What is found, as the options ask for it.
    var findings: AuditFindings {
        journalOnly
            ? JournalChainCheck(journal: journal, agents: agent, knownHead: knownHead).findings
            : ledgerFindings
    }

    private var ledgerFindings: AuditFindings {
        do throws(ConfigurationError) {
            let check = LedgerCheck(path: try ledgerPath(), journal: noJournal ? nil : journal, knownHead: knownHead)
            return check.findings
        } catch {
            let errors = error.findings.count { $0.severity == .error }
            return AuditFindings(obstacles: [
                "the ledger's path is unknown: \(config) has \(errors) error\(errors == 1 ? "" : "s"), which "
                    + "'writebackctl check-config' tells; --ledger names the ledger without it"
            ])
        }
    }

    private func ledgerPath() throws(ConfigurationError) -> String {
        if let ledger { return ledger }
        return try Settings.load(path: config).ledger.path
    }

    private func report(_ findings: AuditFindings) -> Report {
        isJSON
            ? Report(verbatim: findings.json.text, exitCode: findings.exitCode)
            : Report(findings.lines, exitCode: findings.exitCode, isComplaint: findings.verdict == .unchecked)
    }
}

internal import ArgumentParser
internal import SystemdLink

/// Which journal is held against the ledger, and which of its entries.
struct JournalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Read the journal files in this folder instead of the system's journal.", valueName: "dir"))
    var journalDirectory: String?

    @Option(help: ArgumentHelp("Read the journal of this namespace (LogNamespace= of the unit).", valueName: "name"))
    var namespace: String?

    @Option(help: ArgumentHelp("The agent's unit (default: writebackd.service).", valueName: "unit"))
    var unit: String?

    @Flag(
        help: """
            Take entries of any unit that call themselves writebackd. Every user can make such an entry: for copies of a \
            journal and for tests.
            """)
    var anyUnit = false

    func validate() throws {
        if namespace != nil, journalDirectory != nil {
            throw ValidationError("--namespace and --journal-directory exclude each other.")
        }
        if unit != nil, anyUnit {
            throw ValidationError("--unit and --any-unit exclude each other.")
        }
    }

    var source: JournalSource {
        journalDirectory.map(JournalSource.directory) ?? namespace.map(JournalSource.namespace) ?? .system
    }

    /// What makes an entry the agent's. Lines that it wrote to its standard output are no records.
    var matches: [JournalMatch] {
        [
            JournalMatch("_TRANSPORT", "journal"),
            anyUnit
                ? JournalMatch("SYSLOG_IDENTIFIER", "writebackd")
                : JournalMatch("_SYSTEMD_UNIT", unit ?? "writebackd.service"),
        ]
    }
}

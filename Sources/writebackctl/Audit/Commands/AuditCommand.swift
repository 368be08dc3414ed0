internal import ArgumentParser

/// `writebackctl audit`: the agent's records and what vouches for them.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check the records of what the agent did.",
        subcommands: [AuditVerifyCommand.self])
}

internal import ArgumentParser

/// The administrator's tool: checks configuration and records, tells how the agent is, keeps its
/// keys, and sends it a request.
@main
struct Writebackctl: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "writebackctl",
        abstract: "Check, question and try out the password write-back agent writebackd.",
        discussion: "See writebackctl(1) and writebackd(8).",
        version: version,
        subcommands: [
            CheckConfigCommand.self, StatusCommand.self, CheckCommand.self, RequestCommand.self, RotateBindCommand.self,
            KeysCommand.self, AuditCommand.self,
        ])
}

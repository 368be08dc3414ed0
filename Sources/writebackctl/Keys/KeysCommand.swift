internal import ArgumentParser

/// `writebackctl keys`: the agent's own keys, which callers seal passwords to.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List, rotate or export the agent's keys, which callers seal passwords to.",
        discussion: """
            Works on the key file, and so as root or as the agent's user. Private keys are never shown.

            Exit status: 0 done; 1 the keys, or the configuration that names them, cannot be used.
            """,
        subcommands: [KeysListCommand.self, KeysRotateCommand.self, KeysExportCommand.self])
}

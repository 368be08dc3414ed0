internal import AgentConfiguration
internal import ArgumentParser

/// `writebackctl check-config`: everything that is wrong with the configuration, at once.
struct CheckConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check the configuration file, and that the files, users and groups it names exist.",
        discussion: """
            Each finding is one line. Files are opened as the user who runs this; run it as the agent's user to see what \
            the agent sees.

            Exit status: 0 valid, perhaps with warnings; 1 errors.
            """)

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config = "/etc/writebackd/writebackd.toml"

    func run() throws {
        try Report(findings: findings).deliver()
    }

    private var findings: [Finding] {
        do throws(ConfigurationError) {
            let settings = try Settings.load(path: config)
            return settings.warnings + settings.environmentFindings()
        } catch {
            return error.findings
        }
    }
}

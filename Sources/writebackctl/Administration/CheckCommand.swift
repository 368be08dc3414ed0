internal import ArgumentParser
internal import JSON
internal import Requests
internal import Secrets

/// `writebackctl check`: what would work for an account, and what an administrator has to grant for the rest.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what would work for an account, and how to grant the rights that the agent lacks.",
        discussion: """
            Asks the agent, which asks the directory; nothing is written. Run it as root, or as the agent's user.

            Exit status: 0 every operation that is switched on would work, as far as the directory tells; 1 not, or the \
            agent refused to look; 2 the agent could not be asked.
            """)

    @Argument(help: "The account's name, or with --id its immutable id.")
    var account: String

    @Flag(name: .customLong("id"), help: "ACCOUNT is the immutable id, such as an entryUUID.")
    var isID = false

    @Option(help: ArgumentHelp("The configured directory; needed where several know the account.", valueName: "name"))
    var directory: String?

    @Flag(name: .customLong("json"), help: "Print the agent's reply as it came.")
    var isRaw = false

    @OptionGroup var agent: AgentOptions

    func run() throws {
        try report().deliver()
    }

    /// The question as the agent takes it.
    var question: JSONValue {
        .members([
            RequestMember.account.rawValue: .members([isID ? "id" : "name": .string(account)]),
            RequestMember.directory.rawValue: directory.map { .string($0) },
        ])
    }

    private func report() -> Report {
        do throws(AskError) {
            let reply = try agent.socket.post("/v1/check", question)
            let answer = try AdministratorAnswer<CheckAnswer>(reply)
            return isRaw ? Report(raw: reply, exitCode: answer.exitCode) : answer.report
        } catch {
            return Report(cannotAsk: error)
        }
    }
}

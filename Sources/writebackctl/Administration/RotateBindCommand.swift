internal import ArgumentParser
internal import JSON
internal import Requests

/// `writebackctl rotate-bind`: a new password for the agent's own identity in a directory.
struct RotateBindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-bind",
        abstract: "Have the agent give its own identity in a directory a new password.",
        discussion: """
            Nobody learns the password: the agent makes it, keeps it in its state directory, changes it in the directory \
            and signs in with it. Run this as root, or as the agent's user.

            Exit status: 0 done; 1 refused; 2 the agent could not be asked; 3 not done, may be tried again; 4 not known \
            yet, the agent finds out by itself.
            """)

    @Argument(help: "The directory's configured name.")
    var directory: String

    @Flag(name: .customLong("json"), help: "Print the agent's reply as it came.")
    var isRaw = false

    @OptionGroup var agent: AgentOptions

    func run() throws {
        try report().deliver()
    }

    private func report() -> Report {
        do throws(AskError) {
            let order = JSONValue.members([RequestMember.directory.rawValue: .string(directory)])
            let reply = try agent.socket.post("/v1/rotate-bind", order)
            let answer = try AdministratorAnswer<RotationAnswer>(reply)
            return isRaw ? Report(raw: reply, exitCode: answer.exitCode) : answer.report
        } catch {
            return Report(cannotAsk: error)
        }
    }
}

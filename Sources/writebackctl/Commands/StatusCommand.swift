internal import ArgumentParser

/// `writebackctl status`: how the agent is, in words.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell how the agent is: what is wrong, since when, and what to do.",
        discussion: "Exit status: 0 ready; 1 degraded or not ready; 2 the agent could not be asked.")

    @OptionGroup var agent: AgentOptions

    func run() throws {
        try report().deliver()
    }

    private func report() -> Report {
        do throws(AskError) {
            return HealthReport(of: try HealthDocument(try agent.socket.get("/v1/health"))).report
        } catch {
            return Report(cannotAsk: error)
        }
    }
}

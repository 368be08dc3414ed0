internal import ArgumentParser

/// Where the agent is asked.
struct AgentOptions: ParsableArguments {
    @Option(name: .customLong("socket"), help: ArgumentHelp("The agent's socket.", valueName: "path"))
    var path = "/run/writebackd/api.sock"

    var socket: AgentSocket { AgentSocket(path: path) }
}

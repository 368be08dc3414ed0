internal import AgentKeys
internal import ArgumentParser
internal import Requests

/// `writebackctl keys list`: the keys and where each stands in its life.
struct KeysListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the agent's keys: kid, status, curve, when made, and until when they open."
    )

    @OptionGroup var options: KeyOptions

    func run() throws {
        try Report(keys: { () throws(KeysFault) in try report(at: .now) }).deliver()
    }

    func report(at now: Timestamp) throws(KeysFault) -> Report {
        let keys = try options.location().read()
        return Report(KeyTable(keys, at: now).lines, exitCode: .success)
    }
}

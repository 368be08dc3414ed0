import ArgumentParser

/// What the benchmark needs of a signing caller: a key, signed requests made beforehand, and the price of reading them.
@main
struct TokenLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token-load",
        abstract: "Makes signed requests for the benchmark.",
        subcommands: [MakeKey.self, MakeTokens.self, MeasureReading.self])
}

internal import AgentConfiguration
internal import ArgumentParser

/// Where the agent's keys are.
struct KeyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file, which names the key file.", valueName: "file"))
    var config = "/etc/writebackd/writebackd.toml"

    @Option(help: ArgumentHelp("The key file itself; the configuration is then not read.", valueName: "path"))
    var file: String?

    /// The key file, by the option or by the configuration.
    func location() throws(KeysFault) -> KeyLocation {
        if let file { return KeyLocation(path: file) }
        let settings: KeySettings
        do throws(ConfigurationError) {
            settings = try Settings.load(path: config).keys
        } catch {
            throw .configuration(error)
        }
        switch settings.source {
        case .file(let path): return KeyLocation(path: path, overlap: settings.overlap, curve: settings.curve)
        case .credential(let name): throw .credential(name: name)
        }
    }
}

import AgentConfiguration

/// Why a configuration that is valid in itself cannot be put in force on this machine.
struct WiringError: Error {
    let findings: [Finding]
}

import AgentConfiguration
import Ledger
import SystemdLink
import Writeback

/// Makes a generation of the configuration file, at start and at every reload.
struct Bootstrap: Sendable {
    let path: String

    /// What is needed to listen at all; the defaults where the file has errors.
    ///
    /// - Throws: What keeps the process from having any socket to the journal at all.
    func frame() throws(JournalError) -> Frame {
        guard let settings = try? Settings.load(path: path) else { return try Frame.standard() }
        return try Frame(settings)
    }

    /// Reads the file and wires a generation, and tells the journal every finding.
    func read(ledger: Ledger) -> Agent.Condition {
        do throws(ConfigurationError) {
            let settings = try Settings.load(path: path)
            tell(settings.warnings, ledger)
            return try wire(settings, ledger)
        } catch {
            return misconfigured(error.findings, ledger)
        }
    }

    private func wire(_ settings: Settings, _ ledger: Ledger) throws(ConfigurationError) -> Agent.Condition {
        let peers = try PeerNames.resolve(settings.callers)
        do throws(WiringError) {
            return .serving(try Generation(settings, peers, ledger: ledger))
        } catch {
            return misconfigured(error.findings, ledger)
        }
    }

    private func misconfigured(_ findings: [Finding], _ ledger: Ledger) -> Agent.Condition {
        tell(findings, ledger)
        return .misconfigured(errors: findings.count { $0.severity == .error })
    }

    private func tell(_ findings: [Finding], _ ledger: Ledger) {
        for finding in findings {
            ledger.note(
                .configurationFinding, finding.description,
                fields: ["WRITEBACK_CONFIGURATION_FILE": path, "WRITEBACK_CONFIGURATION_KEY": finding.keyPath])
        }
    }
}

import AgentConfiguration
import Ledger
import SystemdLink
import Writeback

/// Makes a generation of the configuration file, at start and at every reload.
struct Bootstrap: Sendable {
    let path: String
    /// What a reload must not forget: whose turn it is, and who guessed wrong how often.
    private let turns = AccountTurns()
    private let throttle = WrongPasswordThrottle(limit: 5, window: .seconds(900))

    init(path: String) {
        self.path = path
    }

    /// What is needed to listen at all; the defaults where the file has errors.
    ///
    /// - Throws: What keeps the process from having any socket to the journal at all.
    func frame() throws(JournalError) -> Frame {
        guard let settings = try? Settings.load(path: path) else { return try Frame.standard() }
        return try Frame(settings)
    }

    /// Reads the file and wires a generation, and tells the journal every finding.
    func read(within frame: Frame, ledger: Ledger) -> Agent.Condition {
        do throws(ConfigurationError) {
            let settings = try Settings.load(path: path)
            tell(settings.warnings, ledger)
            tell(frame.differences(from: settings), ledger)
            return try wire(settings, frame, ledger)
        } catch {
            return misconfigured(error.findings, ledger)
        }
    }

    private func wire(
        _ settings: Settings, _ frame: Frame, _ ledger: Ledger
    ) throws(ConfigurationError) -> Agent.Condition {
        let peers = try PeerNames.resolve(settings.callers)
        do throws(WiringError) {
            return .serving(
                try Generation(
                    settings, peers, frame: frame, ledger: ledger, turns: turns, throttle: throttle))
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

import AgentConfiguration
import Ledger
import Secrets
import Synchronization
import SystemdLink
import Writeback

/// Makes a generation of the configuration file, at start and at every reload.
final class Bootstrap: Sendable {
    let path: String
    /// Whether a generation was made; from then on there are keys in force.
    private let hasServed = Mutex(false)
    /// Where there is no locked memory, that is one of the findings.
    private let lasting: Result<Lasting, SecretError>

    init(path: String) {
        self.path = path
        lasting = Result { () throws(SecretError) in try Lasting() }
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
        let callers = try Callers(settings.callers)
        do throws(WiringError) {
            if let obstacle = frame.obstacle(to: settings) { throw WiringError(findings: [obstacle]) }
            return .serving(try generation(settings, callers, frame, ledger))
        } catch {
            return misconfigured(error.findings, ledger)
        }
    }

    private func generation(
        _ settings: Settings, _ callers: Callers, _ frame: Frame, _ ledger: Ledger
    ) throws(WiringError) -> Generation {
        let generation = try Generation(
            settings, callers, frame: frame, ledger: ledger, lasting: try available(lasting),
            areKeysInForce: hasServed.withLock { $0 })
        hasServed.withLock { $0 = true }
        return generation
    }

    private func available(_ lasting: Result<Lasting, SecretError>) throws(WiringError) -> Lasting {
        do throws(SecretError) {
            return try lasting.get()
        } catch {
            throw WiringError(findings: [Finding(message: error.description)])
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

import AccountPolicy
import AgentConfiguration
import AgentKeys
import Authorisation
import Directories
import Ledger
import SocketServer
import Writeback

extension Generation {
    /// Wires the stages that `settings` ask for.
    ///
    /// - Parameters:
    ///   - callers: As this machine knows them.
    ///   - frame: What is in force since the start, whatever `settings` say by now.
    ///   - lasting: What outlives a reload.
    ///   - areKeysInForce: Whether a generation before this one has keys, so that none are made for this one.
    /// - Throws: ``WiringError`` with everything that this machine lacks for it: credentials, keys, locked memory.
    convenience init(
        _ settings: Settings, _ callers: Callers, frame: Frame, ledger: Ledger, lasting: Lasting,
        areKeysInForce: Bool
    ) throws(WiringError) {
        var findings: [Finding] = []
        let directories = settings.directories.compactMap { Directory($0, besideLedger: frame.ledgerPath, &findings) }
        // Last of all: keys are made only for a configuration that comes into force.
        let keys = KeyRing.wired(settings.keys, areInForce: areKeysInForce, ledger: ledger, &findings)
        guard let keys, findings.isEmpty else { throw WiringError(findings: findings) }
        let flow = WritebackFlow(
            authorisation: Authorisation(
                callers: callers.all, agent: settings.agent.name, keys: keys, fingerprintKey: lasting.fingerprintKey),
            policy: AccountPolicy(operations: settings.operations, contact: settings.agent.contact),
            directories: DirectorySet(directories),
            ledger: ledger.with(agent: settings.agent.name, contact: settings.agent.contact),
            throttle: lasting.throttle.with(
                limit: settings.throttle.wrongCurrentPassword, window: settings.throttle.window),
            turns: lasting.turns)
        self.init(agent: settings.agent.name, flow: flow, requestTimeout: frame.limits.requestTimeout)
    }
}

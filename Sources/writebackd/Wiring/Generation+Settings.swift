import AccountPolicy
import AgentConfiguration
import Authorisation
import Directories
import Ledger
import Secrets
import SocketServer
import Writeback

extension Generation {
    /// Wires the stages that `settings` ask for.
    ///
    /// - Parameters:
    ///   - peers: The users and groups of the callers, as this machine knows them.
    ///   - frame: What is in force since the start, whatever `settings` say by now.
    ///   - turns: Whose turn it is, across reloads.
    ///   - throttle: Wrong passwords counted so far, across reloads.
    /// - Throws: ``WiringError`` with everything that this machine lacks for it: credentials, locked memory.
    convenience init(
        _ settings: Settings, _ peers: [PeerNames], frame: Frame, ledger: Ledger, turns: AccountTurns,
        throttle: WrongPasswordThrottle
    ) throws(WiringError) {
        var findings: [Finding] = []
        do throws(SecretError) {
            try SecureHeap.prepare()
        } catch {
            findings.append(Finding(message: error.description))
        }
        let directories = settings.directories.compactMap { Directory($0, &findings) }
        guard findings.isEmpty else { throw WiringError(findings: findings) }
        let flow = WritebackFlow(
            authorisation: Authorisation(callers: zip(settings.callers, peers).map(Caller.init)),
            policy: AccountPolicy(operations: settings.operations, contact: settings.agent.contact),
            directories: DirectorySet(directories),
            ledger: ledger.with(agent: settings.agent.name, contact: settings.agent.contact),
            throttle: throttle.with(
                limit: settings.throttle.wrongCurrentPassword, window: settings.throttle.window),
            turns: turns)
        self.init(agent: settings.agent.name, flow: flow, requestTimeout: frame.limits.requestTimeout)
    }
}

extension Caller {
    fileprivate init(_ settings: CallerSettings, _ peers: PeerNames) {
        self.init(
            name: settings.name, users: peers.userIDs, groups: peers.groupIDs, operations: settings.operations)
    }
}

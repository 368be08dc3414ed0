internal import LDAPClient
internal import Requests
internal import Secrets

/// Finding out which of two passwords the directory's servers take, after a rotation whose end nobody saw or that had
/// not reached all of them.
struct BindSettling {
    let directory: Directory
    let identity: BindIdentity
    let deadline: ContinuousClock.Instant

    private var addresses: [ServerAddress] { directory.pool.serverStates.map(\.address) }

    /// Looks once: each server counts at most one wrong password for it.
    func run() async throws(RotationFailure) -> RotationFinding {
        let kept = try read()
        guard kept.isOpen, !addresses.isEmpty else { return kept.isOpen ? .open : .nothing }
        let (first, second) = identity.credentials(by: kept)
        let trials = await trials(of: first)
        let isEverywhere = trials.allSatisfy { $0 == .taken }
        if isEverywhere, kept.pending == nil { return try settle(kept, .settled) }
        if trials.contains(.taken) {
            return kept.pending == nil ? .open : try adopt(kept, isEverywhere: isEverywhere)
        }
        guard trials.allSatisfy({ $0 == .wrong }), identity.file.age >= directory.settings.settlingTime else {
            return .open
        }
        if let second, await isTaken(second) { return kept.pending == nil ? .open : try withdraw(kept) }
        // Neither is in force any more: somebody gave the identity another password by hand, which the credential has.
        guard kept.current != nil, await isTaken(identity.configured) else { return .open }
        try keep(BindPasswords())
        return .settled
    }

    private func isTaken(_ credentials: Credentials) async -> Bool {
        await directory.trial(of: credentials, at: addresses[0], deadline: deadline) == .taken
    }

    func read() throws(RotationFailure) -> BindPasswords {
        do throws(BindPasswordError) {
            return try identity.file.read()
        } catch {
            throw .refused(.auditUnavailable(error.description))
        }
    }

    private func trials(of credentials: Credentials) async -> [BindTrial] {
        var trials: [BindTrial] = []
        for address in addresses {
            trials.append(await directory.trial(of: credentials, at: address, deadline: deadline))
        }
        return trials
    }

    private func adopt(_ passwords: BindPasswords, isEverywhere: Bool) throws(RotationFailure) -> RotationFinding {
        var kept = passwords
        kept.adopt()
        guard !isEverywhere else { return try settle(kept, .changed) }
        try keep(kept)
        return .changed
    }

    private func settle(_ passwords: BindPasswords, _ finding: RotationFinding) throws(RotationFailure)
        -> RotationFinding
    {
        var kept = passwords
        kept.settle()
        try keep(kept)
        return finding
    }

    private func withdraw(_ passwords: BindPasswords) throws(RotationFailure) -> RotationFinding {
        var kept = passwords
        kept.withdraw()
        try keep(kept)
        return .unchanged
    }

    private func keep(_ kept: BindPasswords) throws(RotationFailure) {
        try identity.keep(kept)
        directory.use(identity.credentials(by: kept))
    }
}

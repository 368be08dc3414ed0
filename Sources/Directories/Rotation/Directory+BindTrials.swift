internal import LDAPClient
internal import Requests

/// What a sign-in says about a password of the agent's own.
enum BindTrial: Equatable {
    case taken
    case wrong
    /// The server could not be asked, or says that the account is locked.
    case untold(Refusal)
}

/// Trying the agent's own passwords, on connections that are closed at once.
extension Directory {
    /// Signs in once at one server.
    func trial(
        of credentials: Credentials, at address: ServerAddress, deadline: ContinuousClock.Instant
    ) async -> BindTrial {
        do throws(LDAPError) {
            let limit = min(deadline, .now + settings.operationTimeout)
            await (try pool.connect(to: address, as: credentials, deadline: limit)).close()
            return .taken
        } catch {
            return error.isWrongPassword ? .wrong : .untold(Refusal(beforeSending: error))
        }
    }

    /// Signs in once at each server, a moment after the change, so that it has had the time to get there.
    func proofs(
        of credentials: Credentials, at addresses: [ServerAddress], deadline: ContinuousClock.Instant
    ) async -> [RotationReport.ServerProof] {
        guard !addresses.isEmpty else { return [] }
        try? await ContinuousClock().sleep(until: min(deadline, .now + .seconds(1)))
        var proofs: [RotationReport.ServerProof] = []
        for address in addresses {
            let trial = await trial(of: credentials, at: address, deadline: deadline)
            proofs.append(RotationReport.ServerProof(server: address.description, refusal: trial.refusal))
        }
        return proofs
    }

    /// Has new connections act as these.
    func use(_ credentials: (first: Credentials, otherwise: Credentials?)) {
        pool.use(credentials.first, otherwise: credentials.otherwise)
    }
}

extension BindTrial {
    /// Why the password is not proved; nil where it is.
    var refusal: Refusal? {
        switch self {
        case .taken: nil
        case .wrong: .directoryRefusedAgent("it does not take the new password yet")
        case .untold(let refusal): refusal
        }
    }
}

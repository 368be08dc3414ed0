import LDAPClient
import Secrets
import TestSupport

/// What `body` fails with; nil when it does not.
func ldapError(_ body: () async throws -> Void) async -> LDAPError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? LDAPError
    }
}

extension LDAPError {
    /// The code of the server's answer, when that is what it is.
    var code: ResultCode? {
        guard case .result(let result) = self else { return nil }
        return result.code
    }

    /// What was found out on this side of the wire, when that is what it is.
    var authentication: AuthenticationFailure? {
        guard case .authentication(let failure) = self else { return nil }
        return failure
    }

    /// Why there was no connection, when that is what it is.
    var unreachable: String? {
        guard case .unreachable(let reason) = self else { return nil }
        return reason
    }
}

internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for an exchange that wrote nothing: a connection, a sign-in of the agent, a search.
    init(beforeSending error: LDAPError) {
        switch error {
        case .unreachable(let reason): self = .directoryUnreachable(reason)
        case .tls(let failure): self = .directoryTLS(failure.description)
        case .result(let result): self = Refusal(result, during: .bind)
        case .authentication(let failure): self = .directoryRefusedAgent(failure.description)
        case .deadlineExceeded: self = .directoryTimeout
        case .connectionLost, .cancelled: self = .directoryUnreachable("the connection was lost")
        case .cleartextRefused: self = .channelNotSecure
        case .avoided(_, .readOnly): self = .directoryReadOnly
        case .avoided(_, .unsuitable(let reason)): self = .directoryKind(reason)
        case .poolClosed: self = .stopping
        case .poolExhausted: self = .busy(.directoryConnections)
        case .secureMemory: self = .busy(.secureMemory)
        case .invalid(let text), .local(let text): self = .directoryUnreachable(text)
        }
    }

    /// The exchanges whose results are told apart by more than their code.
    enum Exchange {
        case bind
        case search
    }

    init(_ result: LDAPResult, during exchange: Exchange) {
        switch (result.code, exchange) {
        case (.invalidCredentials, .bind): self = .directoryRefusedAgent("wrong name or password")
        // Whatever is held elsewhere does not exist for the agent; only of a write does a referral say where it is taken.
        case (.referral, _): self = .directoryKind("it refers the agent to another server")
        case (.insufficientAccessRights, .search) where result.isRestricted:
            self = .directoryRefusedAgent("its own password must be changed first")
        case (.insufficientAccessRights, .search), (.noSuchObject, .search):
            self = .noPermission(.readAccount, object: nil)
        case (.inappropriateAuthentication, .bind), (.authMethodNotSupported, .bind):
            self = .directoryRefusedAgent(result.code.description)
        default: self = Refusal(result)
        }
    }

    /// The refusal for a result that means the same wherever it comes.
    init(_ result: LDAPResult) {
        switch result.code {
        case .confidentialityRequired, .strongerAuthRequired: self = .channelNotSecure
        case .busy, .unavailable: self = .directoryBusy(result.code.name ?? "busy")
        case .referral: self = .directoryReadOnly
        case .noSuchObject: self = .accountNotFound
        default:
            self = .directoryError(
                code: Int(result.code.rawValue), name: result.code.name ?? "unknown", message: result.diagnosticMessage)
        }
    }
}

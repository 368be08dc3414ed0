internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for an exchange that wrote nothing: a connection, a sign-in of the agent, a search.
    init(beforeSending error: LDAPError) {
        switch error {
        case .unreachable(let reason): self = .directoryUnreachable(reason)
        case .tls(let failure): self = .directoryTLS(failure.description)
        case .result(let result): self = Refusal(result, during: .bind)
        case .deadlineExceeded: self = .directoryTimeout
        case .connectionLost, .cancelled: self = .directoryUnreachable("the connection was lost")
        case .cleartextRefused: self = .channelNotSecure
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
        case (.insufficientAccessRights, .search), (.noSuchObject, .search): self = .noPermission(.readAccount)
        case (.inappropriateAuthentication, .bind), (.authMethodNotSupported, .bind):
            self = .directoryRefusedAgent(result.code.description)
        default: self = Refusal(result)
        }
    }

    /// The refusal for a result that means the same wherever it comes.
    init(_ result: LDAPResult) {
        switch result.code {
        case .confidentialityRequired: self = .channelNotSecure
        case .busy, .unavailable: self = .directoryUnreachable("the server says it is \(result.code)")
        case .referral: self = .directoryReadOnly
        case .noSuchObject: self = .accountNotFound
        default:
            self = .directoryError(
                code: Int(result.code.rawValue), name: result.code.name ?? "unknown", message: result.diagnosticMessage)
        }
    }
}

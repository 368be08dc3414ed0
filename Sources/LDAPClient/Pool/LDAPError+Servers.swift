extension LDAPError {
    /// Whether a server, or the KDC, refused the credentials or the account.
    ///
    /// 389 Directory Server answers constraintViolation for a locked account, with the reason in the control.
    var isRefusal: Bool {
        switch self {
        case .result(let result): result.code == .invalidCredentials || result.passwordPolicy?.error != nil
        case .authentication(.keyRefused): true
        default: false
        }
    }

    /// Whether another server of the same directory may do better. Refused credentials are refused there as well, and
    /// count there as well.
    var isWorthAnotherServer: Bool {
        switch self {
        case .unreachable, .tls, .connectionLost, .deadlineExceeded: true
        case .result: !isRefusal
        case .authentication(let failure): failure.isServers
        case .cleartextRefused, .cancelled, .poolExhausted, .avoided, .poolClosed, .invalid, .secureMemory, .local:
            false
        }
    }

    var isCancellation: Bool {
        guard case .cancelled = self else { return false }
        return true
    }
}

extension AuthenticationFailure {
    /// Whether it is about the one server, and not about the key or the realm.
    fileprivate var isServers: Bool {
        switch self {
        case .serviceUnknown, .notSealed, .mechanismNotOffered, .serverNotProven: true
        case .keytabUnusable, .keyRefused, .kerberos: false
        }
    }
}

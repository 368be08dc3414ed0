internal import Ledger
internal import Requests

/// Where the throttle stands in the flow: before a change is recorded, and after it has ended.
extension WrongPasswordThrottle {
    func admit(_ operation: Operation, on account: AccountIdentity) throws(Refusal) {
        guard operation == .change, let wait = wait(for: account.key) else { return }
        throw .tooManyAttempts(retryAfter: wait)
    }

    func count(_ settlement: Settlement, of operation: Operation, on account: AccountIdentity) {
        switch settlement {
        // Where the directory does not say what was wrong, a guess must count all the same.
        case .refused(.wrongCurrentPassword), .refused(.changeRefused): countFailure(for: account.key)
        case .applied(let receipt) where receipt.passwordChanged: clear(account.key)
        case .applied, .refused, .unknown: return
        }
    }
}

extension AccountIdentity {
    /// The account whatever name it was asked for by.
    var key: String { "\(directory) \(anchor)" }
}

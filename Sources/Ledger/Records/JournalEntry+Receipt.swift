internal import Requests
internal import SystemdLink

extension JournalEntry {
    /// Adds what was done.
    mutating func append(_ receipt: Receipt) {
        append("WRITEBACK_OUTCOME", OutcomeKind.applied.rawValue)
        append("WRITEBACK_PASSWORD_CHANGED", String(receipt.passwordChanged))
        append("WRITEBACK_WAS_LOCKED", String(receipt.wasLocked))
        append("WRITEBACK_MUST_CHANGE", receipt.mustChange.map(String.init))
        append("WRITEBACK_FAILED_ATTEMPTS", String(receipt.failedAttempts))
        append("WRITEBACK_LAST_FAILED_ATTEMPT", receipt.lastFailedAttempt?.description)
        append("WRITEBACK_VERIFIED_BY", receipt.verification.rawValue)
        append("WRITEBACK_SHORTFALL", receipt.shortfall?.rawValue)
        for other in receipt.otherServers {
            append("WRITEBACK_OTHER_SERVER", "\(other.server) \(other.refusal?.entry.code ?? "unlocked")")
        }
    }
}

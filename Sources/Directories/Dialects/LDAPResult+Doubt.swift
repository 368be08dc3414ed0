internal import LDAPClient

extension LDAPResult {
    /// Whether a server that answers so may have carried the change out all the same, or passed it on.
    var leavesDoubt: Bool { code == .unavailable || code == .timeLimitExceeded }
}

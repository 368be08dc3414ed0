/// What the journal can be told beside refusals; each has its own MESSAGE_ID and an entry in the catalogue.
public enum Event: Sendable, CaseIterable {
    /// A reset was permitted and is about to be written.
    case resetBegun
    /// An unlock was permitted and is about to be written.
    case unlockBegun
    /// A change was permitted and is about to be written.
    case changeBegun
    /// A new password was written for a verified user.
    case resetApplied
    /// A new password was written on behalf of an administrator.
    case administratorResetApplied
    /// A new password was written, but no change at the next sign-in could be asked for.
    case mustChangeNotSet
    /// A write was done, but the account may still be locked on another server.
    case notUnlockedEverywhere
    /// A lock was cleared.
    case unlockApplied
    /// An unlock was asked for an account that was not locked.
    case unlockNotNeeded
    /// A password was changed by one who knew the old one.
    case changeApplied
    /// An account's status was told.
    case statusAnswered
    /// A write was sent and nobody knows what became of it.
    case outcomeUnknown
    /// A peer that is no caller connected and was dropped.
    case strangerDropped
    /// The agent takes requests.
    case started
    /// The agent stops; requests in flight are finished.
    case stopping
    /// A new configuration is in force.
    case reloaded
    /// A new configuration has errors; the old one stays in force.
    case reloadRefused
    /// The agent started with a configuration that has errors, and refuses every request.
    case misconfigured
    /// One finding about the configuration.
    case configurationFinding
    /// The journal takes entries again; what it was told late, with WRITEBACK_LATE=1, comes before this.
    case journalRecovered
    /// A request that was recorded before came again, and was answered from the ledger.
    case requestReplayed
    /// Writes were found at start whose end is not recorded.
    case unsettledFound
    /// The ledger takes no records; nothing is written meanwhile.
    case ledgerFailed
    /// The ledger takes records again.
    case ledgerRecovered
    /// Records were lost, none of them about how a write ended: more waited than are kept.
    case recordsLost
    /// Records older than the retention were removed from the ledger.
    case ledgerPruned
    /// The agent made itself keys to which passwords are sealed.
    case keysMade
    /// Other keys than before are in force.
    case keysInForce
    /// A directory answers.
    case directoryUp
    /// A directory does not answer.
    case directoryDown
    /// A directory's server said what it is, for the first time or something else than before.
    case directoryRecognised
    /// One server of a directory is not used for a while.
    case serverAvoided
    /// A server that was avoided is used again.
    case serverReturned
    /// An administrator asked what would work for an account.
    case accountChecked
    /// The agent's own identity in a directory is about to be given a new password.
    case bindRotationBegun
    /// The agent's own identity in a directory has a new password.
    case bindPasswordRotated
    /// The agent's own identity in a directory could not be given a new password.
    case bindRotationFailed
}

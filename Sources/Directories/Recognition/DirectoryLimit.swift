/// What a directory cannot do or tell, so that nobody is surprised by it.
public enum DirectoryLimit: String, Sendable, CaseIterable {
    /// A reset may take an old password again.
    case historyNotEnforcedOnReset = "history_not_enforced_on_reset"
    /// A reset need not wait for the minimum age.
    case minimumAgeNotEnforcedOnReset = "minimum_age_not_enforced_on_reset"
    /// No change at the next sign-in can be asked for.
    case mustChangeUnsupported = "must_change_unsupported"
    /// A new password is asked for at the next sign-in after every reset, wanted or not.
    case resetExpires = "reset_expires"
    /// The server holds a reset to the password history at most, and one by a password-sync manager not even to that.
    case policyBypassed = "policy_bypassed"
    /// Locks cannot be seen or cleared.
    case locksUnknown = "locks_unknown"
    /// Each server counts wrong passwords, and locks, for itself.
    case locksPerServer = "locks_per_server"
    /// The rules for passwords cannot be read beforehand.
    case rulesUnknown = "rules_unknown"
    /// Which rights the agent lacks shows only when they are needed.
    case rightsUnknown = "rights_unknown"
    /// Whether an account is disabled or has expired cannot be seen.
    case validityUnknown = "validity_unknown"

    /// One sentence for a person.
    public var description: String {
        switch self {
        case .historyNotEnforcedOnReset: "Password history is not enforced on reset here, only on change."
        case .minimumAgeNotEnforcedOnReset: "The minimum password age is not enforced on reset here, only on change."
        case .mustChangeUnsupported: "A change at the next sign-in cannot be asked for here."
        case .resetExpires: "Every reset asks for a new password at the next sign-in here."
        case .policyBypassed:
            "The server holds a reset to the password history at most here; only the agent checks the rest."
        case .locksUnknown: "Locks cannot be seen or cleared here."
        case .locksPerServer: "Each server locks accounts for itself here; all configured ones are unlocked."
        case .rulesUnknown: "The rules for passwords cannot be read beforehand here."
        case .rightsUnknown: "Missing rights of the agent cannot be seen beforehand here."
        case .validityUnknown: "Whether an account is disabled or expired cannot be seen here."
        }
    }
}

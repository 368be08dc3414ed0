/// A right in the directory that the agent's own identity lacks.
public enum Right: String, Sendable, Equatable {
    /// Write the account's password.
    case writePassword = "write_password"
    /// Have the directory compare the account's current password.
    case verifyPassword = "verify_password"
    /// Ask for a new password at the next sign-in.
    case askForChange = "ask_for_change"
    /// Clear the account's lock.
    case clearLock = "clear_lock"
    /// Read the account's state.
    case readAccount = "read_account"
    /// Read the password policy that applies to the account.
    case readPolicy = "read_policy"
    /// Change the password of the agent's own identity.
    case changeOwnPassword = "change_own_password"
}

/// A right in the directory that the agent's own identity lacks.
public enum Right: String, Sendable, Equatable {
    /// Write the account's password.
    case writePassword = "write_password"
    /// Compare the account's password, which a change with the old one needs.
    case verifyPassword = "verify_password"
    /// Clear the account's lock.
    case clearLock = "clear_lock"
    /// Ask for a new password at the next sign-in.
    case setMustChange = "set_must_change"
    /// Read the account's state.
    case readAccount = "read_account"
}

/// A right in the directory that the agent's own identity lacks.
public enum Right: String, Sendable, Equatable {
    /// Write the account's password.
    case writePassword = "write_password"
    /// Clear the account's lock.
    case clearLock = "clear_lock"
    /// Read the account's state.
    case readAccount = "read_account"
    /// Read the password policy that applies to the account.
    case readPolicy = "read_policy"
}

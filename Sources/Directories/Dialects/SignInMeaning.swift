/// What the answer to an account's sign-in says about the password that was tried.
enum SignInMeaning {
    /// It is the account's.
    case right
    /// It is not.
    case wrong
    /// Nothing: a locked or disabled account is refused whatever the password.
    case untold
}

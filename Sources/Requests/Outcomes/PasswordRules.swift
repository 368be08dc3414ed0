/// The rules that a directory holds a new password against.
public struct PasswordRules: Sendable, Equatable {
    /// Fewest characters, where there is a limit.
    public var minimumLength: Int?
    /// Most characters, where there is a limit.
    public var maximumLength: Int?
    /// How many kinds of characters it must mix, where that is demanded.
    public var minimumClasses: Int?
    /// Whether it must not contain the account's name or a part of its owner's.
    public var forbidsNames = false
    /// How many old passwords are remembered.
    public var history: Int?
    /// Seconds that a password must be kept before it may be changed.
    public var minimumAge: Int?
    /// Seconds after which a password expires.
    public var maximumAge: Int?
    /// Whether a reset is held against the remembered passwords, as a change is.
    public var remembersOnReset = true
    /// Whether a reset must wait for the minimum age, as a change must.
    public var agesOnReset = true
    /// Whether the owner may change the password at all.
    public var allowsChange = true
    /// Whether a new password is accepted only together with the old one.
    public var wantsCurrentPassword = false
    /// Whether a change can be asked for at the next sign-in.
    public var canAskForChange = false
    /// Whether wrong passwords lock the account.
    public var locksOut = false
    /// Wrong passwords in a row that lock the account, where they do.
    public var lockoutThreshold: Int?
    /// Seconds after which a wrong password no longer counts, where they do.
    public var failureWindow: Int?
    /// Seconds that a lockout lasts; nil until somebody unlocks the account.
    public var lockoutDuration: Int?

    /// No rules yet.
    public init() {}
}

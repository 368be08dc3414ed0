/// The attributes of cn=config, and of a local policy's entry, that the agent reads.
enum DirectoryServer389PolicyAttribute: String, CaseIterable {
    case checkSyntax = "passwordCheckSyntax"
    case minimumLength = "passwordMinLength"
    case minimumCategories = "passwordMinCategories"
    case history = "passwordHistory"
    case inHistory = "passwordInHistory"
    case minimumAge = "passwordMinAge"
    case expires = "passwordExp"
    case maximumAge = "passwordMaxAge"
    case change = "passwordChange"
    case mustChange = "passwordMustChange"
    case lockout = "passwordLockout"
    case maximumFailures = "passwordMaxFailure"
    case failureWindow = "passwordResetFailureCount"
    case unlock = "passwordUnlock"
    case lockoutDuration = "passwordLockoutDuration"

    /// The entry of the policy for all whom no local one is for.
    static let globalPolicy = "cn=config"
    /// Whether local policies count at all: on or off, in cn=config only.
    static let localPolicies = "nsslapd-pwpolicy-local"
    /// Whether a local policy without a syntax check has the global one's: on or off, in cn=config only.
    static let inheritsSyntax = "nsslapd-pwpolicy-inherit-global"
}

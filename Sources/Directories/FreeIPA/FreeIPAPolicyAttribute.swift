/// The attributes of a FreeIPA password policy that the agent reads; times are in seconds.
enum FreeIPAPolicyAttribute: String, CaseIterable {
    case minimumLength = "krbPwdMinLength"
    case minimumClasses = "krbPwdMinDiffChars"
    case history = "krbPwdHistoryLength"
    case minimumAge = "krbMinPwdLife"
    case maximumAge = "krbMaxPwdLife"
    case maximumFailures = "krbPwdMaxFailure"
    case failureWindow = "krbPwdFailureCountInterval"
    case lockoutDuration = "krbPwdLockoutDuration"
}

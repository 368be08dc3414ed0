/// The settings of single users and groups, in a password settings object ([MS-ADTS] section 3.1.1.4.5.36, [MS-ADA2]).
enum PasswordSettingsAttribute: String, CaseIterable {
    case minimumLength = "msDS-MinimumPasswordLength"
    case isComplex = "msDS-PasswordComplexityEnabled"
    case history = "msDS-PasswordHistoryLength"
    case minimumAge = "msDS-MinimumPasswordAge"
    case maximumAge = "msDS-MaximumPasswordAge"
    case lockoutThreshold = "msDS-LockoutThreshold"
    case lockoutDuration = "msDS-LockoutDuration"
    case failureWindow = "msDS-LockoutObservationWindow"
}

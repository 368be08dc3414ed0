/// The password policy at the head of a domain ([MS-SAMR] section 3.1.1.6, [MS-ADA1] to [MS-ADA3]).
enum DomainPolicyAttribute: String, CaseIterable {
    case minimumLength = "minPwdLength"
    case properties = "pwdProperties"
    case history = "pwdHistoryLength"
    case minimumAge = "minPwdAge"
    case maximumAge = "maxPwdAge"
    case lockoutThreshold = "lockoutThreshold"
    case lockoutDuration = "lockoutDuration"
    case failureWindow = "lockOutObservationWindow"

    /// DOMAIN_PASSWORD_COMPLEX, a bit of ``properties``.
    static let isComplex = 1
}

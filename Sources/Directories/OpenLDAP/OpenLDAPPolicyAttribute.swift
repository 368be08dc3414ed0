/// The attributes of a policy entry that the agent reads (slapo-ppolicy(5)).
enum OpenLDAPPolicyAttribute: String, CaseIterable {
    case minimumLength = "pwdMinLength"
    case maximumLength = "pwdMaxLength"
    case history = "pwdInHistory"
    case minimumAge = "pwdMinAge"
    case maximumAge = "pwdMaxAge"
    case lockout = "pwdLockout"
    case lockoutDuration = "pwdLockoutDuration"
    case maximumFailures = "pwdMaxFailure"
    case mustChange = "pwdMustChange"
    case allowUserChange = "pwdAllowUserChange"
    case safeModify = "pwdSafeModify"
}

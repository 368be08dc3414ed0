internal import LDAPClient
internal import Requests

extension PasswordRules {
    /// Reads a slapd policy entry; an attribute that is absent or zero sets no limit (slapo-ppolicy(5)).
    init(openLDAP entry: Entry) {
        self.init()
        func number(_ attribute: OpenLDAPPolicyAttribute) -> Int? {
            entry.text(attribute.rawValue).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        }
        func flag(_ attribute: OpenLDAPPolicyAttribute, default absent: Bool) -> Bool {
            entry.text(attribute.rawValue).map { $0 == "TRUE" } ?? absent
        }
        minimumLength = number(.minimumLength)
        maximumLength = number(.maximumLength)
        history = number(.history)
        minimumAge = number(.minimumAge)
        maximumAge = number(.maximumAge)
        allowsChange = flag(.allowUserChange, default: true)
        wantsCurrentPassword = flag(.safeModify, default: false)
        canAskForChange = flag(.mustChange, default: false)
        locksOut = flag(.lockout, default: false)
        lockoutThreshold = locksOut ? number(.maximumFailures) : nil
        lockoutDuration = locksOut ? number(.lockoutDuration) : nil
    }
}

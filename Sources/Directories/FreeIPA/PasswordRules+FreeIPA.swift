internal import LDAPClient
internal import Requests

extension PasswordRules {
    /// Reads a FreeIPA password policy; an attribute that is absent or zero sets no limit.
    init(freeIPA entry: Entry) {
        self.init()
        func number(_ attribute: FreeIPAPolicyAttribute) -> Int? {
            entry.text(attribute.rawValue).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        }
        minimumLength = number(.minimumLength)
        minimumClasses = number(.minimumClasses)
        history = number(.history)
        minimumAge = number(.minimumAge)
        maximumAge = number(.maximumAge)
        agesOnReset = false
        canAskForChange = true
        lockoutThreshold = number(.maximumFailures)
        locksOut = lockoutThreshold != nil
        failureWindow = locksOut ? number(.failureWindow) : nil
        lockoutDuration = locksOut ? number(.lockoutDuration) : nil
    }
}

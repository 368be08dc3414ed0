/// A right on an account, as access control entries name it; the numbers are the same in every domain.
struct AccessRight {
    /// The kind of right.
    let mask: AccessMask
    /// What an entry that is about one thing may name to be about this right.
    let objects: Set<ObjectGUID>

    private init(_ mask: AccessMask, _ names: String...) {
        self.mask = mask
        objects = Set(names.compactMap { ObjectGUID($0) })
    }

    /// User-Force-Change-Password: a new password without the old one.
    static let resetPassword = AccessRight(.controlAccess, AccessName.resetPassword)
    /// User-Change-Password: a new password with the old one.
    static let changePassword = AccessRight(.controlAccess, AccessName.changePassword)
    /// Write lockoutTime.
    static let clearLock = AccessRight(.writeProperty, AccessName.lockoutTime)
    /// Write pwdLastSet, which is one of the account restrictions.
    static let askForChange = AccessRight(.writeProperty, AccessName.lastSet, AccessName.accountRestrictions)

    /// Read what tells an account's state.
    static let readState = [
        AccessRight(.readProperty, AccessName.control, AccessName.accountRestrictions),
        AccessRight(.readProperty, AccessName.computedControl, AccessName.accountRestrictions),
        AccessRight(.readProperty, AccessName.accountExpires, AccessName.accountRestrictions),
        AccessRight(.readProperty, AccessName.lastSet, AccessName.accountRestrictions),
        AccessRight(.readProperty, AccessName.lockoutTime),
        AccessRight(.readProperty, AccessName.resultantPolicy),
        AccessRight(.readProperty, AccessName.failedAttempts, AccessName.logonInformation),
        AccessRight(.readProperty, AccessName.lastFailedAttempt),
        AccessRight(.readProperty, AccessName.adminCount),
    ]
}

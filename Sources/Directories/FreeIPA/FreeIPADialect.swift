internal import LDAPClient

/// The ways of FreeIPA, which is 389 Directory Server with a password policy of its own in plug-ins (ipa-pwd-extop,
/// ipa-lockout) and in its Kerberos server.
///
/// What the plug-ins do is taken from FreeIPA's documentation and sources, not from trials:
///
/// - Whoever sets the password of another one expires it at once, unless the plug-in's configuration names the identity as
///   a password-sync manager (passSyncManagersDNs; `ipa sysaccount-mod --privileged` in new versions). Neither is held to
///   length, classes or age, only to history: hence ``objection(to:)``.
/// - A change by the password modify operation (RFC 3062) on behalf of another one ignores the old password: hence
///   ``changesAsOwner``. One wrong password counts as one failed sign-in.
/// - Failures are counted by each server for itself; the time of an unlock is replicated.
struct FreeIPADialect: Dialect {
    let accountAttributes = ["uid"]
    let factAttributes = FreeIPAAttribute.facts
    let sightAttributes = FreeIPAAttribute.proof
    let locksPerServer = true
    let changesAsOwner = true
    /// The plug-in sets the expiry when it takes the password, so that another one can only be written after.
    let asksForChangeSeparately = true
    let limits: [DirectoryLimit]
    /// The entry that the directory begins at; nil when the server does not say.
    let suffix: DistinguishedName?
    /// Whether the server numbers its updates (the USN plug-in, which FreeIPA does without).
    let numbersUpdates: Bool

    /// The ways of the server with this root DSE.
    init(of root: RootDSE?, _ settings: DirectorySettings) {
        let expiry: [DirectoryLimit] = settings.isPasswordSyncManager ? [] : [.resetExpires]
        limits = expiry + [.policyBypassed, .minimumAgeNotEnforcedOnReset, .locksPerServer]
        numbersUpdates = root?.numbersUpdates ?? false
        suffix = root?.namingContexts.compactMap { try? DistinguishedName($0) }
            .first { !$0.isRoot && settings.base.isEqualOrBelow($0) }
    }

    /// People: hosts and services have no POSIX account, and the entries of the compat tree no Kerberos principal.
    var accountFilters: [Filter] {
        get throws(LDAPError) {
            [try .equal("objectClass", "posixAccount"), try .equal("objectClass", "krbPrincipalAux")]
        }
    }

    func anchorFilter(_ id: String) throws(LDAPError) -> Filter { try .equal(FreeIPAAttribute.anchor, id) }

    func anchor(of entry: Entry) -> String? { entry.text(FreeIPAAttribute.anchor) }
}

internal import LDAPClient

/// A modify that slapd turns down whatever the entry holds, and whose answer tells whether the agent has a right.
///
/// slapd has no control for effective rights. It checks the rights to all changes of a modify before it carries out the
/// first one, and answers 50 where one of them is missing; only then does it notice that the changes cannot be done.
///
/// That they cannot is a matter of the protocol, not of the entry: a server carries the changes out in their order, and
/// all or none of them (RFC 4511 section 4.6). Each probe takes the same value away twice. Even if the entry had it, the
/// second time it would be gone, which is 16 (noSuchAttribute), and the first would not have happened either. Nothing is
/// written, and nobody signs in, so that no wrong password is counted.
struct OpenLDAPProbe {
    let changes: [Modification]

    private init(_ changes: Modification...) {
        self.changes = changes
    }

    /// Whether the password may be taken away and set, which the password modify operation does.
    ///
    /// The attribute option keeps the ppolicy overlay from judging the probe before the rights are checked; a rule for an
    /// attribute is one for all its options (slapd.access(5)). `lang-` options are known to every slapd (RFC 3866).
    static let password = OpenLDAPProbe(
        .delete(passwordOption, value), .delete(passwordOption, value), .add(passwordOption, value))

    /// Whether a lock may be cleared, by the value that an unlock takes away.
    static let lock = OpenLDAPProbe(
        .delete(OpenLDAPAttribute.lockedTime, time), .delete(OpenLDAPAttribute.lockedTime, time))

    /// Whether a new password may be asked for at the next sign-in.
    static let reset = OpenLDAPProbe(
        .delete(OpenLDAPAttribute.reset, truth), .delete(OpenLDAPAttribute.reset, truth),
        .add(OpenLDAPAttribute.reset, truth))

    /// Whether the agent is held to the password policy: the overlay then judges this change of one made-up password to
    /// another before it looks at rights, and says so in its control; one who may manage the password gets as far as 16.
    ///
    /// slapd counts no wrong current password of a change (slapo-ppolicy(5) counts sign-ins).
    static let policy = OpenLDAPProbe(
        .delete(OpenLDAPAttribute.password, value), .add(OpenLDAPAttribute.password, other),
        .delete(OpenLDAPAttribute.password, value))

    private static let passwordOption = "\(OpenLDAPAttribute.password);lang-x-probe"
    private static let value = ModificationValue.text("No password: what the agent may do is probed with this.")
    private static let other = ModificationValue.text("No password: this is never written.")
    private static let time = ModificationValue.text("19700101000000Z")
    private static let truth = ModificationValue.text("TRUE")
}

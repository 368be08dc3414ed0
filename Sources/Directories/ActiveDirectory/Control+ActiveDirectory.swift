internal import LDAPClient

/// Controls of Active Directory ([MS-ADTS] section 3.1.1.3.4.1).
extension Control {
    /// LDAP_SERVER_SD_FLAGS_OID with DACL_SECURITY_INFORMATION: of a security descriptor only the access list, for the
    /// rest of it takes more rights, and without them nothing comes at all.
    static let accessListOnly = Control(
        oid: "1.2.840.113556.1.4.801", isCritical: true, value: [0x30, 0x03, 0x02, 0x01, 0x04])

    /// LDAP_SERVER_POLICY_HINTS_OID: a reset is held against the whole policy, as a change is.
    private static let policyHintsOID = "1.2.840.113556.1.4.2239"
    /// LDAP_SERVER_POLICY_HINTS_DEPRECATED_OID, the same on servers before Windows Server 2012.
    private static let policyHintsDeprecatedOID = "1.2.840.113556.1.4.2066"

    /// The control of policy hints with the one flag it has, as far as the server knows it; critical, for a server that
    /// leaves it out would take an old password.
    static func policyHints(among supported: Set<String>) -> Control? {
        [policyHintsOID, policyHintsDeprecatedOID].first(where: supported.contains).map {
            Control(oid: $0, isCritical: true, value: [0x30, 0x03, 0x02, 0x01, 0x01])
        }
    }
}

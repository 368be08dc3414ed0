/// The capabilities that Active Directory tells in its root DSE ([MS-ADTS] section 3.1.1.3.4.3).
enum ActiveDirectoryCapability {
    /// LDAP_CAP_ACTIVE_DIRECTORY_OID.
    static let activeDirectory = "1.2.840.113556.1.4.800"
    /// LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS_OID: a read-only domain controller.
    static let readOnly = "1.2.840.113556.1.4.1920"
}

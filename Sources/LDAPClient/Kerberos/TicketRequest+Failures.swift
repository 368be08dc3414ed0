internal import CLDAP

extension TicketRequest {
    /// What a failure means to whoever wants to connect.
    func explained(_ status: GSSStatus) -> LDAPError {
        switch Int(status.minor) {
        case KRB5_KDC_UNREACH, KRB5_REALM_CANT_RESOLVE, KRB5_REALM_UNKNOWN:
            .unreachable("no Kerberos ticket for ldap/\(host): \(status.text); krb5.conf and the DNS say where it is")
        case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, KRB5KDC_ERR_PREAUTH_FAILED, KRB5KDC_ERR_CLIENT_REVOKED,
            KRB5KDC_ERR_KEY_EXP, KRB5KDC_ERR_NAME_EXP, KRB5KRB_AP_ERR_BAD_INTEGRITY:
            .authentication(.keyRefused(path: keytab.path, reason: status.text))
        case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
            .authentication(.serviceUnknown(host: host, reason: status.text))
        case KRB5_KT_NOTFOUND, KRB5_KT_BADNAME, KRB5_KT_FORMAT, KRB5_KT_IOERR, KRB5_KEYTAB_BADVNO, KRB5_KT_END:
            .authentication(.keytabUnusable(path: keytab.path, reason: status.text))
        case KRB5KRB_AP_ERR_SKEW, KRB5_KDCREP_SKEW:
            .authentication(.kerberos("\(status.text); check the clocks of this machine and the KDC"))
        default:
            status.isEmptyCache
                ? .authentication(.keytabUnusable(path: keytab.path, reason: "it holds no key for \(wanted)"))
                : .authentication(.kerberos(status.text))
        }
    }

    private var wanted: String { keytab.principal ?? "anybody" }
}

extension GSSStatus {
    /// Whether there is no ticket; libkrb5 also says so when the keytab gave it nothing to ask for one with.
    var isEmptyCache: Bool { Int(minor) == KRB5_CC_NOTFOUND || Int(minor) == KRB5_FCC_NOFILE }
}

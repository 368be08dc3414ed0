internal import CLDAP
internal import Secrets

extension LDAPHandle {
    /// Binds and waits for the answer. The password goes from its locked memory straight into libldap's request.
    func bind(_ credentials: Credentials, controls: [Control]) throws(LDAPError) -> LDAPResult {
        switch credentials {
        case .anonymous:
            return try bind("", mechanism: nil, UnsafeRawBufferPointer(start: nil, count: 0), controls)
        case .simple(let dn, let password):
            return try password.withUnsafeBytes { (bytes) throws(LDAPError) in
                // A name without a password is an anonymous bind that looks like a success (RFC 4513 section 5.1.2).
                guard bytes.count > 0, !dn.isRoot else { throw .invalid("a simple bind needs a name and a password") }
                return try bind(dn.text, mechanism: nil, bytes, controls)
            }
        case .external:
            return try bind("", mechanism: "EXTERNAL", UnsafeRawBufferPointer(start: nil, count: 0), controls)
        }
    }

    private func bind(
        _ name: String, mechanism: String?, _ bytes: UnsafeRawBufferPointer, _ controls: [Control]
    ) throws(LDAPError) -> LDAPResult {
        var id: Int32 = 0
        var value = berval(borrowing: bytes)
        let code = try ControlList.with(controls) { controls in
            ldap_sasl_bind(session, name, mechanism, &value, controls, nil, &id)
        }
        try checkSent(code)
        return try result(of: onlyMessage(id, tag: ResponseMessage.bindResponse))
    }
}

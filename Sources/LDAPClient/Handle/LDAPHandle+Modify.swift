internal import CLDAP

extension LDAPHandle {
    /// Sends the changes to one entry and waits for the answer.
    func modify(
        _ dn: DistinguishedName, _ changes: [Modification], controls: [Control]
    ) throws(LDAPError) -> LDAPResult {
        var id: Int32 = 0
        let code = try ControlList.with(controls) { (controls) throws(LDAPError) in
            try ModificationList.with(changes) { changes in
                ldap_modify_ext(session, dn.text, changes, controls, nil, &id)
            }
        }
        try checkSent(code)
        return try result(of: onlyMessage(id, tag: ResponseMessage.modifyResponse))
    }
}

internal import CLDAP

extension LDAPHandle {
    /// Checks what a function that sends a request returned.
    ///
    /// Bytes may have left even when sending failed half-way, so a failure of the transport counts as sent.
    func checkSent(_ code: Int32) throws(LDAPError) {
        switch code {
        case LDAP_SUCCESS: return
        case LDAP_PARAM_ERROR, LDAP_FILTER_ERROR, LDAP_ENCODING_ERROR:
            throw .invalid("libldap cannot encode the request: \(Self.text(code))")
        case LDAP_NO_MEMORY: throw .local("libldap is out of memory")
        default: throw .connectionLost(sent: true)
        }
    }

    /// Waits for the next message that answers request `id`.
    ///
    /// What libldap would say about a failure is not asked for: it can be the text of an earlier answer.
    func nextMessage(_ id: Int32) throws(LDAPError) -> ResponseMessage {
        var message: OpaquePointer?
        let tag = ldap_result(session, id, LDAP_MSG_ONE, nil, &message)
        guard tag > 0, let message else { throw .connectionLost(sent: true) }
        return ResponseMessage(pointer: message, tag: tag)
    }

    /// Waits for the one message that answers request `id`; another kind of message is a broken peer.
    func onlyMessage(_ id: Int32, tag: Int32) throws(LDAPError) -> ResponseMessage {
        let message = try nextMessage(id)
        guard message.tag == tag else { throw .connectionLost(sent: true) }
        return message
    }

    /// Decodes the final message of an operation.
    func result(of message: borrowing ResponseMessage) throws(LDAPError) -> LDAPResult {
        var code: Int32 = 0
        var matched: UnsafeMutablePointer<CChar>?
        var text: UnsafeMutablePointer<CChar>?
        var referrals: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var controls: UnsafeMutablePointer<UnsafeMutablePointer<LDAPControl>?>?
        let parsed = ldap_parse_result(session, message.pointer, &code, &matched, &text, &referrals, &controls, 0)
        defer {
            ldap_memfree(matched)
            ldap_memfree(text)
            ldap_memvfree(UnsafeMutableRawPointer(referrals)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self))
            ldap_controls_free(controls)
        }
        guard parsed == LDAP_SUCCESS, code >= 0 else { throw .connectionLost(sent: true) }
        return LDAPResult(
            code: ResultCode(rawValue: code),
            diagnosticMessage: text.map { String(cString: $0) } ?? "",
            matchedDN: matched.map { String(cString: $0) } ?? "",
            referrals: CStrings.texts(referrals),
            controls: ControlList.controls(controls)
        )
    }
}

internal import CLDAP

extension LDAPHandle {
    /// Sends an extended operation and waits for the answer (RFC 4511 section 4.12).
    ///
    /// - Parameter value: The request's value; libldap copies it into the request, which is wiped when written.
    func extended(
        oid: String, value: UnsafeRawBufferPointer?, controls: [Control]
    ) throws(LDAPError) -> (result: LDAPResult, value: [UInt8]?) {
        var id: Int32 = 0
        var data = value.map { berval(borrowing: $0) } ?? berval()
        let hasValue = value != nil
        let code = try ControlList.with(controls) { controls in
            withUnsafeMutablePointer(to: &data) {
                ldap_extended_operation(session, oid, hasValue ? $0 : nil, controls, nil, &id)
            }
        }
        try checkSent(code)
        let message = try onlyMessage(id, tag: ResponseMessage.extendedResponse)
        return (try result(of: message), try extendedValue(message))
    }

    private func extendedValue(_ message: borrowing ResponseMessage) throws(LDAPError) -> [UInt8]? {
        var value: UnsafeMutablePointer<berval>?
        guard ldap_parse_extended_result(session, message.pointer, nil, &value, 0) == LDAP_SUCCESS else {
            throw .connectionLost(sent: true)
        }
        defer { ber_bvfree(value) }
        return value.map { Array(bytes: $0.pointee) }
    }
}

internal import CLDAP
internal import Secrets

extension LDAPHandle {
    /// Binds in clear, as far as the mechanism goes, and waits for the answer. The password goes from its locked memory
    /// straight into libldap's request.
    func simpleBind(
        _ dn: DistinguishedName, _ password: SharedSecret, controls: [Control]
    ) throws(LDAPError) -> LDAPResult {
        try password.withUnsafeBytes { (bytes) throws(LDAPError) in
            // A name without a password is an anonymous bind that looks like a success (RFC 4513 section 5.1.2).
            guard bytes.count > 0, !dn.isRoot else { throw .invalid("a simple bind needs a name and a password") }
            return try result(of: bind(dn.text, mechanism: nil, bytes, controls))
        }
    }

    /// Binds as nobody, and waits for the answer.
    func anonymousBind(controls: [Control]) throws(LDAPError) -> LDAPResult {
        try result(of: bind("", mechanism: nil, UnsafeRawBufferPointer(start: nil, count: 0), controls))
    }

    /// Sends one step of a SASL bind, and waits for the answer to it.
    func saslBind(
        _ mechanism: String, _ bytes: UnsafeRawBufferPointer, controls: [Control]
    ) throws(LDAPError) -> SASLAnswer {
        let message = try bind("", mechanism: mechanism, bytes, controls)
        let result = try result(of: message)
        guard result.code != .authMethodNotSupported else {
            throw .authentication(.mechanismNotOffered(mechanism, offered: try offeredMechanisms()))
        }
        return SASLAnswer(result: result, challenge: try challenge(message))
    }

    /// As above, for what is no secret.
    func saslBind(_ mechanism: String, _ bytes: [UInt8], controls: [Control]) throws(LDAPError) -> SASLAnswer {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(LDAPError) in try saslBind(mechanism, bytes, controls: controls) }
        }.get()
    }

    private func bind(
        _ name: String, mechanism: String?, _ bytes: UnsafeRawBufferPointer, _ controls: [Control]
    ) throws(LDAPError) -> ResponseMessage {
        var id: Int32 = 0
        var value = berval(borrowing: bytes)
        let code = try ControlList.with(controls) { controls in
            ldap_sasl_bind(session, name, mechanism, &value, controls, nil, &id)
        }
        try checkSent(code)
        return try onlyMessage(id, tag: ResponseMessage.bindResponse)
    }

    private func challenge(_ message: borrowing ResponseMessage) throws(LDAPError) -> [UInt8] {
        var value: UnsafeMutablePointer<berval>?
        let code = ldap_parse_sasl_bind_result(session, message.pointer, &value, 0)
        defer { ber_bvfree(value) }
        // It answers the result's own code, unless it cannot decode the message.
        guard code != LDAP_DECODING_ERROR else { throw .connectionLost(sent: true) }
        return value.map { Array(bytes: $0.pointee) } ?? []
    }

    private func offeredMechanisms() throws(LDAPError) -> [String] {
        let request = SearchRequest(
            base: .root, scope: .base, filter: .any, attributes: ["supportedSASLMechanisms"], sizeLimit: 1, controls: []
        )
        return try search(request).entries.first?.texts("supportedSASLMechanisms") ?? []
    }
}

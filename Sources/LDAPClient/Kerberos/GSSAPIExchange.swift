internal import CLDAP

/// The conversation of SASL GSSAPI after the first token was made (RFC 4752 section 3.1).
struct GSSAPIExchange {
    let context: SecurityContext
    let sealing: Bool
    let controls: [Control]

    /// The weakest sealing that passwords are sent under; DES and RC4 are below it.
    static let leastStrength = 128

    // The protections that a server may offer and a client chooses from, as bits (RFC 4752 section 3.3).
    private static let nothing: UInt8 = 1
    private static let confidentiality: UInt8 = 4

    /// Carries it out, and seals the connection when that was asked for.
    ///
    /// - Returns: The server's answer, whatever its code.
    func perform(on handle: borrowing LDAPHandle, _ first: [UInt8]) throws(LDAPError) -> LDAPResult {
        var answer = try send(first, handle)
        while !context.isEstablished, answer.isContinuing {
            answer = try send(proven { () throws(GSSStatus) in try context.step(answer.challenge) }, handle)
        }
        guard answer.isContinuing else { return try refusal(answer) }
        let offer = try offer(answer.challenge)
        answer = try send(choice(offer), handle)
        guard !answer.isContinuing else { throw Self.unproven("it goes on after the last step") }
        if answer.result.code == .success, sealing { try SealingLayer(context, offer.largestFrame).install(on: handle) }
        return answer.result
    }

    private func send(_ token: [UInt8], _ handle: borrowing LDAPHandle) throws(LDAPError) -> SASLAnswer {
        try handle.saslBind("GSSAPI", token, controls: controls)
    }

    /// A success is none before the server has proven who it is.
    private func refusal(_ answer: SASLAnswer) throws(LDAPError) -> LDAPResult {
        guard answer.result.code != .success else { throw Self.unproven("it ended the authentication too early") }
        return answer.result
    }

    private func offer(_ challenge: [UInt8]) throws(LDAPError) -> (protections: UInt8, largestFrame: Int) {
        let bytes = try proven { () throws(GSSStatus) in try context.unwrap(challenge).bytes }
        guard bytes.count == 4 else { throw Self.unproven("its offer of protections is \(bytes.count) bytes long") }
        return (bytes[0], bytes[1...].reduce(0) { $0 << 8 | Int($1) })
    }

    /// Inside TLS nothing is sealed again: Active Directory refuses to.
    private func choice(_ offer: (protections: UInt8, largestFrame: Int)) throws(LDAPError) -> [UInt8] {
        if sealing { try checkSealing(offer) }
        guard sealing || offer.protections & Self.nothing != 0 else {
            throw .invalid("the server insists on sealing inside TLS; use ldap:// without StartTLS, which GSSAPI seals")
        }
        let largest = sealing ? SealingLayer.largestFrame : 0
        let bytes = [sealing ? Self.confidentiality : Self.nothing] + [16, 8, 0].map { UInt8(largest >> $0 & 0xFF) }
        return try proven { () throws(GSSStatus) in try context.wrap(bytes, sealing: false) }
    }

    private func checkSealing(_ offer: (protections: UInt8, largestFrame: Int)) throws(LDAPError) {
        guard offer.protections & Self.confidentiality != 0, context.room(inFrameOf: offer.largestFrame) > 0 else {
            throw .authentication(.notSealed("it offers no confidentiality with GSSAPI"))
        }
        let strength = context.strength
        guard strength >= Self.leastStrength else {
            throw .authentication(.notSealed("the ticket's cipher has a strength of \(strength) bits"))
        }
    }

    private func proven<Value>(_ body: () throws(GSSStatus) -> Value) throws(LDAPError) -> Value {
        do throws(GSSStatus) {
            return try body()
        } catch {
            throw Self.unproven(error.text)
        }
    }

    private static func unproven(_ reason: String) -> LDAPError {
        .authentication(.serverNotProven("GSSAPI: \(reason)"))
    }
}

internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests

/// A server's own words in a refusal, which must not repeat a password.
extension LDAPResult {
    /// The server's words, if it had any.
    var message: String? { diagnosticMessage.isEmpty ? nil : diagnosticMessage }

    /// The same result in other words.
    func withMessage(_ message: String) -> LDAPResult {
        LDAPResult(
            code: code, diagnosticMessage: message, matchedDN: matchedDN, referrals: referrals, controls: controls)
    }
}

extension PermittedWrite {
    /// A server's message, or nothing of it when it repeats one of the passwords.
    func harmless(_ message: String) -> String {
        authorised.request.work.isRepeated(in: message) ? "" : message
    }
}

extension AccountFacts {
    /// When the policy's minimum age lets the password be changed again.
    var changeableFrom: Timestamp? {
        if let changeableAfter { return changeableAfter }
        guard let age = rules?.minimumAge, let lastChange else { return nil }
        return lastChange + age
    }
}

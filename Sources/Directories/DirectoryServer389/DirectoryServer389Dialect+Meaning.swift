internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// What the answers of 389 Directory Server mean.
extension DirectoryServer389Dialect {
    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning {
        switch (write.operation, answer.code) {
        case (_, .success): .done
        case (.unlock, .noSuchAttribute): .lockMoved
        case _ where answer.leavesDoubt: .unsure
        default: .refused(Refusal(directoryServer389: answer, to: write))
        }
    }

    /// The server tells that a password has expired only to one who knows it, and of a lock or a disabled account
    /// whatever the password.
    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning {
        guard answer.code == .invalidCredentials else { return .untold }
        return answer.passwordPolicy?.error == .passwordExpired ? .right : .wrong
    }
}

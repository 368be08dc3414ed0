internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// What FreeIPA's answers mean.
extension FreeIPADialect {
    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning {
        switch (write.operation, answer.code) {
        case (_, .success): .done
        case (.unlock, .noSuchAttribute): .lockMoved
        case _ where answer.leavesDoubt: .unsure
        default: .refused(Refusal(freeIPA: answer, to: write))
        }
    }

    /// A locked, disabled or expired account is refused whatever the password, and so is an expired password whose grace
    /// has run out.
    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning {
        answer.code == .invalidCredentials && answer.passwordPolicy?.error != .passwordExpired ? .wrong : .untold
    }
}

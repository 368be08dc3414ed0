internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

/// Writing to an account of Active Directory: one modify, whose parts all happen or none ([MS-ADTS] section 3.1.1.3.1.5).
extension ActiveDirectoryDialect {
    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        let changes: [Modification]
        do throws(SecretError) {
            changes = try modifications(write)
        } catch {
            throw .secureMemory(error)
        }
        let controls = write.operation == .reset ? policyHints.map { [$0] } ?? [] : []
        return try await connection.modify(name, changes, controls: controls, deadline: deadline)
    }

    private func modifications(_ write: borrowing PermittedWrite) throws(SecretError) -> [Modification] {
        switch write.authorised.request.work {
        case .reset(let reset):
            let new = ModificationValue.secret(SharedSecret(try reset.new.quotedUTF16()))
            return [.replace(ActiveDirectoryAttribute.password, new)] + write.parts.compactMap(\.modification)
        case .change(let change):
            return Self.change(from: try change.current.quotedUTF16(), to: try change.new.quotedUTF16())
        default: return write.parts.compactMap(\.modification)
        }
    }

    /// The same exchange as for any other account; nobody needs a right for it.
    func changeOwnPassword(
        _ name: DistinguishedName, from old: SharedSecret, to new: SharedSecret, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        let changes: [Modification]
        do throws(SecretError) {
            changes = Self.change(from: try old.quotedUTF16(), to: try new.quotedUTF16())
        } catch {
            throw .secureMemory(error)
        }
        return try await connection.modify(name, changes, controls: [], deadline: deadline)
    }

    private static func change(from old: consuming Secret, to new: consuming Secret) -> [Modification] {
        let password = ActiveDirectoryAttribute.password
        return [
            .delete(password, .secret(SharedSecret(old))), .add(password, .secret(SharedSecret(new))),
        ]
    }

    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning {
        answer.code == .success ? .done : .refused(Refusal(activeDirectory: answer, to: write, isSamba: isSamba))
    }

    /// One answer stands for all rights that a modify takes: the missing one is looked for in the access list.
    func explained(
        _ refusal: Refusal, of write: borrowing PermittedWrite, to name: DistinguishedName,
        on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async -> Refusal {
        guard refusal.isAboutRights, let list = try? await connection.accessList(of: name, deadline: deadline),
            let token = try? await connection.token(deadline: deadline),
            let missing = write.parts.first(where: { !list.grants($0.access, to: token) })
        else { return refusal }
        // Nobody may change it: that is the account's own setting.
        guard missing != .change || list.grants(.changePassword, to: SecurityIdentifier.owner) else { return refusal }
        return .noPermission(missing.right, object: name.text)
    }

    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning {
        guard answer.code == .invalidCredentials else { return .untold }
        return switch SignInFailure(message: answer.diagnosticMessage) {
        case .wrongPassword: .wrong
        case .passwordExpired, .mustChange: .right
        case nil: .untold
        }
    }
}

extension Refusal {
    /// Whether it says that somebody may not do something.
    fileprivate var isAboutRights: Bool {
        switch self {
        case .noPermission, .changeForbidden: true
        default: false
        }
    }
}

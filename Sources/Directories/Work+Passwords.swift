internal import LDAPClient
internal import Requests
internal import Secrets

/// What the dialects ask of the work of a request.
extension Work {
    /// The password to write; nil where there is none.
    func newPassword() throws(SecretError) -> SharedSecret? {
        switch self {
        case .reset(let reset): SharedSecret(try reset.new.duplicate())
        case .change(let change): SharedSecret(try change.new.duplicate())
        default: nil
        }
    }

    /// The password that a change proves itself by; nil where there is none.
    func currentPassword() throws(LDAPError) -> SharedSecret? {
        switch self {
        case .change(let change):
            do throws(SecretError) {
                return SharedSecret(try change.current.duplicate())
            } catch {
                throw .secureMemory(error)
            }
        default: return nil
        }
    }

    /// Whether a lock is to be cleared by it.
    var wantsUnlock: Bool {
        switch self {
        case .reset(let reset): reset.unlock
        case .unlock: true
        default: false
        }
    }

    /// Whether it is a reset that asks for a new password at the next sign-in.
    var wantsChange: Bool {
        switch self {
        case .reset(let reset): reset.mustChange
        default: false
        }
    }
}

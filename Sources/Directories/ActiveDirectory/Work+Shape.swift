internal import Requests
internal import Secrets

extension Work {
    /// The measure of the password to write; nil where there is none.
    func newPasswordShape() throws(SecretError) -> PasswordShape? {
        switch self {
        case .reset(let reset): try PasswordShape(of: reset.new)
        case .change(let change): try PasswordShape(of: change.new)
        default: nil
        }
    }
}

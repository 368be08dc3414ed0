internal import Requests

/// Where the passwords of a request come from; never the command line or the environment, which others can read.
struct PasswordSources {
    let current: PasswordSource
    let new: PasswordSource

    /// Takes in what `operation` needs, the current password first.
    func read(for operation: Operation) throws(PasswordError) -> Passwords {
        switch operation {
        case .reset: return .new(try new.newPassword())
        case .change:
            let known = try current.password("Current password: ")
            return .change(current: known, new: try new.newPassword())
        case .unlock, .status: return .none
        }
    }
}

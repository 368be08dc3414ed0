internal import Requests

/// Where the passwords of a request come from; never the command line or the environment, which others can read.
struct PasswordSources {
    let current: PasswordSource
    let new: PasswordSource

    /// Takes in what `operation` needs, the current password first.
    func read(for operation: Operation) throws(PasswordError) -> [PasswordMember] {
        switch operation {
        case .reset: [PasswordMember(.newPassword, try new.newPassword())]
        case .change:
            [
                PasswordMember(.currentPassword, try current.password("Current password: ")),
                PasswordMember(.newPassword, try new.newPassword()),
            ]
        case .unlock, .status: []
        }
    }
}

internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// The parts of a write to an account that take a right each.
enum AccountWrite {
    /// A new password without the old one.
    case reset
    /// A new password with the old one.
    case change
    /// No lock any more.
    case unlock
    /// A new password at the next sign-in.
    case askForChange

    /// The right that it takes, as the agent tells it.
    var right: Right {
        switch self {
        case .reset: .writePassword
        case .change: .verifyPassword
        case .unlock: .clearLock
        case .askForChange: .askForChange
        }
    }

    /// The right that it takes, as Active Directory knows it.
    var access: AccessRight {
        switch self {
        case .reset: .resetPassword
        case .change: .changePassword
        case .unlock: .clearLock
        case .askForChange: .askForChange
        }
    }

    /// What is written beside the password; nil for the password itself.
    var modification: Modification? {
        switch self {
        case .reset, .change: nil
        case .unlock: .replace(ActiveDirectoryAttribute.lockoutTime, .text("0"))
        case .askForChange: .replace(ActiveDirectoryAttribute.lastSet, .text("0"))
        }
    }
}

extension PermittedWrite {
    /// The parts of it. A lock that is not there is left alone: nobody must have the right to clear it for that.
    var parts: [AccountWrite] {
        switch operation {
        case .reset:
            [.reset] + (wantsUnlock && facts.lock.isLocked ? [.unlock] : []) + (wantsChange ? [.askForChange] : [])
        case .unlock: [.unlock]
        case .change: [.change]
        case .status: []
        }
    }
}

internal import Secrets

/// The passwords that the agent made for its own identity in a directory, and how far each of them has come.
///
/// Where one is nil, the systemd credential's stands for it.
struct BindPasswords: Sendable {
    /// Made, kept, and perhaps told to the directory.
    var pending: SharedSecret?
    /// In force at one server at least.
    var current: SharedSecret?
    /// In force before that one.
    var previous: SharedSecret?
    /// Whether every server is known to take ``current``.
    var isSettled = true

    /// The password to sign in with, and the one to try where a server refuses it.
    ///
    /// Once the directory's password is settled, that other one is the credential's: an administrator who gives the agent
    /// a new password by hand puts it there.
    func candidates(credential: SharedSecret) -> (first: SharedSecret, second: SharedSecret?) {
        if let pending { return (pending, current ?? credential) }
        guard let current else { return (credential, nil) }
        return (current, previous ?? credential)
    }

    /// Whether there is nothing to keep.
    var isEmpty: Bool { pending == nil && current == nil }

    /// Whether it is open which password is in force where.
    var isOpen: Bool { pending != nil || !isSettled }

    /// The pending one is in force.
    mutating func adopt() {
        (previous, current, pending) = (current, pending, nil)
        isSettled = false
    }

    /// The pending one never was, and never will be.
    mutating func withdraw() {
        pending = nil
    }

    /// Every server takes the current one.
    mutating func settle() {
        previous = nil
        isSettled = true
    }
}

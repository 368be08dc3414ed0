internal import Secrets

/// The passwords that an operation needs.
enum Passwords: ~Copyable {
    case none
    case new(Secret)
    case change(current: Secret, new: Secret)
}

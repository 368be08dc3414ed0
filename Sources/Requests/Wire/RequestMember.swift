/// The members that the JSON object of a request may have; every other name is refused.
public enum RequestMember: String, Sendable, CaseIterable {
    case id = "jti"
    case operation = "op"
    case account
    case directory
    case methods = "amr"
    case captcha
    case client
    case actor = "act"
    case unlock
    case mustChange = "must_change"
    case newPassword = "new_password"
    case currentPassword = "current_password"

    /// The operations that may carry this member.
    var operations: Set<Operation> {
        switch self {
        case .unlock, .mustChange, .actor: [.reset]
        case .newPassword: [.reset, .change]
        case .currentPassword: [.change]
        default: Set(Operation.allCases)
        }
    }
}

internal import Requests

/// What an account's access list says to the agent.
struct AccountAccess {
    /// The list; nil when it may not be read.
    let list: SecurityDescriptor?
    /// Who the agent is; empty when the server does not tell.
    let token: Set<SecurityIdentifier>

    /// Whether the agent has all of `rights`, with the way to get them where it has not.
    func finding(
        _ right: Right, _ rights: [AccessRight], for operations: [Operation], _ remedy: String
    ) -> RightFinding {
        guard let list, !token.isEmpty else {
            return RightFinding(
                right, .unknown, for: operations,
                remedy:
                    "The account's access list (nTSecurityDescriptor) or the agent's groups may not be read. If the "
                    + "right is missing:\n" + remedy)
        }
        let hasAll = rights.allSatisfy { list.grants($0, to: token) }
        return RightFinding(right, hasAll ? .granted : .missing, for: operations, remedy: hasAll ? nil : remedy)
    }
}

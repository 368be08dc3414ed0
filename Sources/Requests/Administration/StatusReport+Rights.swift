extension StatusReport {
    /// The same report with the operations that the agent lacks a right for told as not possible.
    ///
    /// What stands in the way anyway is told rather than the right; both matter only to an administrator, who gets
    /// the rights by themselves.
    public func withholding(_ rights: [RightFinding], object: String) -> StatusReport {
        StatusReport(
            lock: lock, failedAttempts: failedAttempts, lastFailedAttempt: lastFailedAttempt, mustChange: mustChange,
            lastChange: lastChange, passwordExpires: passwordExpires, rules: rules,
            obstacles: obstacles.map { operation, refusal in
                let missing = rights.first { $0.prevents(operation) }
                return (operation, refusal ?? missing.map { .noPermission($0.right, object: object) })
            })
    }
}

extension RightFinding {
    /// Whether `operation` certainly fails for want of this right.
    func prevents(_ operation: Operation) -> Bool {
        state == .missing && right.isIndispensable && operations.contains(operation)
    }
}

extension Right {
    /// Whether an operation that needs this right does nothing at all without it, rather than less, or with less
    /// foresight.
    var isIndispensable: Bool {
        switch self {
        case .writePassword, .verifyPassword, .clearLock, .readAccount: true
        default: false
        }
    }
}

public import Authorisation
public import Requests

/// The organisation's own rules about which write is allowed on which account. Pure: it asks nobody.
public struct AccountPolicy: Sendable {
    /// The operations that are switched on.
    public let operations: Set<Operation>
    /// The organisation's text on whom to ask, told with every refusal.
    public let contact: String?

    /// A policy that allows `operations`.
    public init(operations: Set<Operation>, contact: String?) {
        self.operations = operations
        self.contact = contact
    }

    /// Refuses an operation that is switched off, before any directory is asked.
    ///
    /// - Throws: ``Refusal/operationOff(_:)``.
    public func admit(_ operation: Operation) throws(Refusal) {
        guard operations.contains(operation) else { throw .operationOff(operation) }
    }

    /// Allows the write that was asked for, or says what stands in its way.
    ///
    /// - Parameters:
    ///   - authorised: What was asked for, and by whom.
    ///   - facts: The account's state, read on the connection that will write.
    ///   - now: The current time.
    /// - Throws: The refusal that names the obstacle.
    public func permit(
        _ authorised: consuming AuthorisedRequest, on facts: AccountFacts, at now: Timestamp
    ) throws(Refusal) -> PermittedWrite {
        let operation = authorised.request.details.operation
        try admit(operation)
        if let obstacle = obstacle(to: operation, on: facts, at: now) { throw obstacle }
        try checkReset(authorised.request.work, on: facts)
        return PermittedWrite(authorised: authorised, facts: facts)
    }

    /// Refuses a reset whose conditions this account's directory cannot meet.
    private func checkReset(_ work: borrowing Work, on facts: AccountFacts) throws(Refusal) {
        switch work {
        case .reset(let reset):
            if !reset.unlock, facts.lock.isLocked, facts.resetClearsLock { throw .resetWouldUnlock }
            guard reset.mustChange, facts.rules?.canAskForChange != true else { return }
            throw facts.hasUnreadablePolicy ? .noPermission(.readPolicy) : .mustChangeUnsupported
        default: return
        }
    }
}

import AccountPolicy
import Authorisation
import Requests
import Testing

/// What the organisation allows at all, and what a reset asks for beside the password.
struct AccountPolicyTests {
    private let policy = AccountPolicy(operations: Set(Operation.allCases), contact: nil)

    private func facts(
        _ lock: LockState = .open, clears: Bool = false, canAskForChange: Bool? = nil
    ) -> AccountFacts {
        var facts = Situation.all[0].facts
        (facts.lock, facts.resetClearsLock) = (lock, clears)
        facts.rules = canAskForChange.map { canAsk in
            var rules = PasswordRules()
            rules.canAskForChange = canAsk
            return rules
        }
        return facts
    }

    private func permit(_ operation: Operation, _ members: String = "", on facts: AccountFacts) throws {
        _ = try policy.permit(try Authorised.request(operation, members), on: facts, at: Situation.now)
    }

    @Test(arguments: Operation.allCases)
    func `an operation that is switched off is refused, whatever the account's state`(operation: Operation) throws {
        let policy = AccountPolicy(operations: Set(Operation.allCases).subtracting([operation]), contact: nil)
        #expect(throws: Refusal.operationOff(operation)) { try policy.admit(operation) }
        for facts in [facts(), facts(.byAdministrator)] {
            #expect(throws: Refusal.operationOff(operation)) {
                _ = try policy.permit(try Authorised.request(operation), on: facts, at: Situation.now)
            }
            let obstacles = policy.report(on: facts, at: Situation.now).obstacles
            #expect(obstacles.first { $0.operation == operation }?.refusal == .operationOff(operation))
        }
        for other in Operation.allCases where other != operation { try policy.admit(other) }
    }

    @Test(arguments: Operation.allCases)
    func `a permitted write carries the request and the facts it was permitted on`(operation: Operation) throws {
        let permitted = try policy.permit(try Authorised.request(operation), on: facts(clears: true), at: Situation.now)
        let (details, caller) = (permitted.authorised.request.details, permitted.authorised.caller)
        let resetClearsLock = permitted.facts.resetClearsLock
        #expect(details.operation == operation)
        #expect(caller == "portal")
        #expect(resetClearsLock)
    }

    @Test(arguments: [
        LockState.locked(since: Situation.now, until: nil), .locked(since: Situation.now, until: Situation.now),
    ])
    func `a reset that is to keep the lock is refused where the directory clears it`(lock: LockState) throws {
        #expect(throws: Refusal.resetWouldUnlock) {
            try permit(.reset, #","unlock":false"#, on: facts(lock, clears: true))
        }
        try permit(.reset, #","unlock":true"#, on: facts(lock, clears: true))
        try permit(.reset, on: facts(lock, clears: true))
        try permit(.reset, #","unlock":false"#, on: facts(lock, clears: false))
        try permit(.reset, #","unlock":false"#, on: facts(.open, clears: true))
        try permit(.unlock, on: facts(lock, clears: true))
    }

    @Test func `a change at the next sign-in is refused where the rules do not know it`() throws {
        #expect(throws: Refusal.mustChangeUnsupported) {
            try permit(.reset, #","must_change":true"#, on: facts(canAskForChange: false))
        }
        #expect(throws: Refusal.mustChangeUnsupported) {
            try permit(.reset, #","act":{"sub":"root"}"#, on: facts(canAskForChange: false))
        }
        try permit(.reset, #","act":{"sub":"root"},"must_change":false"#, on: facts(canAskForChange: false))
        try permit(.reset, #","must_change":true"#, on: facts(canAskForChange: true))
        try permit(.reset, on: facts(canAskForChange: false))
        try permit(.change, on: facts(canAskForChange: false))
    }

    @Test func `an account without a policy may do everything but be asked for a change`() throws {
        for operation in Operation.allCases { try permit(operation, on: facts()) }
        #expect(throws: Refusal.mustChangeUnsupported) {
            try permit(.reset, #","must_change":true"#, on: facts())
        }
    }

    @Test func `a policy that cannot be read forbids what it might forbid`() throws {
        var facts = facts()
        facts.hasUnreadablePolicy = true
        try permit(.reset, on: facts)
        try permit(.unlock, on: facts)
        #expect(throws: Refusal.noPermission(.readPolicy)) { try permit(.change, on: facts) }
        #expect(throws: Refusal.noPermission(.readPolicy)) {
            try permit(.reset, #","must_change":true"#, on: facts)
        }
    }
}

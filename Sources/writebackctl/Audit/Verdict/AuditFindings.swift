internal import ArgumentParser

/// Everything that came of one check.
struct AuditFindings: Equatable, Sendable {
    /// Nil where the ledger was not looked at.
    var ledger: LedgerFindings?
    /// The journal against the ledger; nil where it was not looked at.
    var journal: JournalFindings?
    /// The journal by itself; nil where it was not looked at.
    var chain: JournalChainFindings?
    /// What could not be checked, and why.
    var obstacles: [String] = []

    /// The one word for it.
    enum Verdict: String, Sendable {
        case agrees
        case violation
        case unchecked
    }

    /// What was found outweighs what could not be looked at.
    var verdict: Verdict {
        let isViolation =
            ledger?.isViolation ?? false || journal?.isViolation ?? false || chain?.isViolation ?? false
        return isViolation ? .violation : obstacles.isEmpty ? .agrees : .unchecked
    }

    /// The verdict for a script.
    var exitCode: ExitCode {
        switch verdict {
        case .agrees: .success
        case .violation: .violation
        case .unchecked: .cannotCheck
        }
    }
}

extension ExitCode {
    /// audit verify: something is not as the agent left it.
    static let violation = ExitCode(1)
    /// audit verify: something could not be looked at, and nothing wrong was found in the rest.
    static let cannotCheck = ExitCode(2)
}

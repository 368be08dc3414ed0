extension AuditFindings {
    /// The findings for somebody who was woken by them: the verdict, what it rests on, and what to do.
    var lines: [String] {
        [headline] + (ledger?.lines ?? []) + (chain?.lines ?? []) + (journal?.lines ?? []) + advice
    }

    private var headline: String {
        switch verdict {
        case .agrees: "agrees: " + agreement
        case .violation: "VIOLATION: " + violations.joined(separator: "; ")
        case .unchecked: "NOT CHECKED: " + obstacles.joined(separator: "; ")
        }
    }

    private var agreement: String {
        if chain != nil { return "the chain in the journal is intact" }
        if journal == nil { return "the ledger's chain is intact (the journal was not looked at)" }
        return "the ledger's chain is intact, and the journal holds the same records"
    }

    private var violations: [String] {
        (ledger?.violations ?? []) + (chain?.violations ?? []) + (journal?.violations ?? [])
            + obstacles.map { "not checked: \($0)" }
    }

    private var advice: [String] {
        var advice = (ledger?.advice ?? []) + (journal?.advice ?? []) + (chain?.advice ?? [])
        guard verdict == .violation else { return [] }
        advice.append("copy the ledger with its -wal file and the journal's files before anything else touches them")
        advice.append("docs/audit.md says what each finding can come from, and what it cannot")
        return ["What to do:"] + advice.map { "  " + $0 }
    }
}

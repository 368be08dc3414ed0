extension LedgerFindings {
    /// What the ledger's chain rests on.
    var lines: [String] {
        var facts = FactList()
        facts.add(
            "records", first.map { "\(records), from \($0)" + (head.map { " to \($0.sequence)" } ?? "") } ?? "none")
        facts.add("pruned", first.flatMap { $0 > 1 ? "1 to \($0 - 1), after the retention time" : nil })
        facts.add("chain", fault.map { "broken at \($0.sequence): \($0.reason)" } ?? "intact")
        facts.add("head", head?.description)
        facts.add("known head", knownHead?.meaning)
        return ["ledger \(path)"] + facts.lines
    }

    /// What is wrong, for the first line.
    var violations: [String] {
        [
            fault.map { "the ledger's chain is broken at \($0.sequence)" },
            knownHead?.standing == .contradicted ? "the known head is not in the ledger's chain" : nil,
        ].compactMap(\.self)
    }

    /// What to do about it.
    var advice: [String] {
        guard isViolation else { return [] }
        return [
            "the ledger was changed by something else than the agent, or its disk is failing: look who could write to "
                + "\(path), and at the kernel's messages ('journalctl -k -p err')"
        ]
    }
}

extension HeadCheck {
    /// The finding in words.
    var meaning: String {
        switch standing {
        case .confirmed: "confirmed: record \(head.sequence) has that hash, so nothing up to there was changed"
        case .contradicted: "CONTRADICTED: there is no record \(head.sequence) with that hash"
        case .absent: "record \(head.sequence) is no longer kept, so it says nothing"
        }
    }
}

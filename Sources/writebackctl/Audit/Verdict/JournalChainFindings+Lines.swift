extension JournalChainFindings {
    /// What the chain in the journal rests on.
    var lines: [String] {
        var facts = FactList()
        facts.add("agent", agents.isEmpty ? nil : agents.joined(separator: ", "))
        facts.add("entries", "\(tally.entries)" + (tally.oldest.map { ", the oldest of \($0)" } ?? ""))
        facts.add("records", first.map { "\(tally.identical), from \($0)" + (head.map { " to \($0.sequence)" } ?? "") })
        facts.add("DO NOT FOLLOW from the one before", list(broken))
        facts.add("MISSING", list(missing))
        facts.add("CONFLICTING", conflicting.isEmpty ? nil : "\(tally.contested): \(examples)")
        facts.add("UNREADABLE", unreadable == 0 ? nil : "\(unreadable)")
        facts.add("head", head?.description)
        facts.add("known head", knownHead?.meaning)
        facts.add("sent late or again", tally.late == 0 ? nil : "\(tally.late)")
        facts.add("identical repeats", tally.repeats == 0 ? nil : "\(tally.repeats)")
        facts.add("outside the chain", tally.outside)
        facts.add("of other agents, left out", tally.otherAgents == 0 ? nil : "\(tally.otherAgents)")
        return ["journal"] + facts.lines
    }

    /// What is wrong, for the first line.
    var violations: [String] {
        [
            broken.isEmpty ? nil : "\(broken.count) do not follow from the one before",
            missing.isEmpty ? nil : "\(missing.count) missing",
            conflicting.isEmpty ? nil : "\(tally.contested) conflict with others of the same sequence",
            unreadable == 0 ? nil : "\(unreadable) unreadable",
            knownHead?.standing == .contradicted ? "the known head is not in the chain" : nil,
        ].compactMap(\.self)
    }

    /// What to do about it.
    var advice: [String] {
        guard isViolation else { return [] }
        return [
            "where an entry does not follow, it or the one before was altered: 'journalctl -o verbose "
                + "WRITEBACK_SEQUENCE=N'; the ledger tells which ('writebackctl audit verify' with the ledger)"
        ]
    }

    private func list(_ ranges: SequenceRanges) -> String? {
        ranges.isEmpty ? nil : "\(ranges.count): \(ranges)"
    }

    private var examples: String {
        conflicting.prefix(SequenceRanges.limit).map(String.init).joined(separator: ", ")
    }
}

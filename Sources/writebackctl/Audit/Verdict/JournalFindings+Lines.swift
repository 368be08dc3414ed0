extension JournalFindings {
    /// What came of each entry and each row.
    var lines: [String] {
        var facts = FactList()
        facts.add("entries", "\(tally.entries)" + (tally.oldest.map { ", the oldest of \($0)" } ?? ""))
        facts.add("same as the ledger's records", "\(tally.identical)")
        facts.add("MISSING", list(missing))
        facts.add("ALTERED", alteredCount == 0 ? nil : "\(alteredCount)")
        var lines =
            ["journal"] + facts.lines + altered.map { "    \($0.sequence): \($0.fields.joined(separator: ", "))" }
        if foreignCount > 0 { lines.append("  FOREIGN: \(foreignCount)") }
        lines += foreign.map { "    \($0.meaning)" }
        return lines + remarks
    }

    /// What is no fault.
    private var remarks: [String] {
        var facts = FactList()
        facts.add("not handed over yet", list(notHandedOver))
        facts.add("no longer kept by the journal", list(notKept))
        facts.add("no longer kept by the ledger", some(tally.beforeLedger))
        facts.add("sent late or again", some(tally.late))
        facts.add("identical repeats", some(tally.repeats))
        facts.add("outside the chain", tally.outside)
        facts.add("of other agents, left out", some(tally.otherAgents))
        return facts.lines
    }

    /// What is wrong, for the first line.
    var violations: [String] {
        [
            missing.isEmpty ? nil : "\(missing.count) missing from the journal",
            alteredCount == 0 ? nil : "\(alteredCount) altered in the journal",
            foreignCount == 0 ? nil : "\(foreignCount) in the journal that the ledger did not make",
        ].compactMap(\.self)
    }

    /// What to do about it.
    var advice: [String] {
        [
            missing.isEmpty
                ? nil
                : "missing: was journald killed, or its disk full? 'journalctl --verify', 'journalctl -u systemd-journald'",
            alteredCount == 0 && foreignCount == 0
                ? nil
                : "see an entry with 'journalctl -o verbose WRITEBACK_SEQUENCE=N'; its _PID, _UID and _EXE are journald's "
                    + "own word on who sent it",
        ].compactMap(\.self)
    }

    private func list(_ ranges: SequenceRanges) -> String? {
        ranges.isEmpty ? nil : "\(ranges.count): \(ranges)"
    }

    private func some(_ count: Int) -> String? { count == 0 ? nil : "\(count)" }
}

extension EntryTally {
    /// The entries without a sequence in words, nil without any.
    var outside: String? {
        withoutSequence == 0 ? nil : "\(withoutSequence), made while the ledger took no records"
    }
}

extension ForeignEntry {
    /// The entry in words.
    var meaning: String {
        sequence.map { "\($0), received \(time): \(cause.meaning)" }
            ?? "received \(time): \(cause.meaning) (journalctl --cursor='\(cursor)' -n 1)"
    }
}

internal import JSON
internal import Requests

extension AuditFindings {
    /// The findings for another program; what was not looked at has no member.
    var json: JSONValue {
        .members([
            "verdict": .string(verdict.rawValue),
            "unchecked": .array(obstacles.map(JSONValue.string)),
            "ledger": ledger?.json,
            "journal": journal?.json,
            "journal_chain": chain?.json,
        ])
    }
}

extension LedgerFindings {
    /// The ledger's part.
    var json: JSONValue {
        .members([
            "path": .string(path), "records": .integer(records), "first": first.map { .integer(Int(clamping: $0)) },
            "head": head.map { .string($0.description) }, "intact": .boolean(fault == nil),
            "broken_at": fault.map { .integer($0.sequence) }, "reason": fault.map { .string($0.reason) },
            "known_head": knownHead.map { .string($0.standing.rawValue) },
        ])
    }
}

extension JournalFindings {
    /// The journal's part.
    var json: JSONValue {
        .members([
            "entries": .integer(tally.entries), "oldest": tally.oldest.map { .string($0.description) },
            "identical": .integer(tally.identical), "missing": missing.json,
            "altered": ["count": .integer(alteredCount), "entries": .array(altered.map(\.json))],
            "foreign": ["count": .integer(foreignCount), "entries": .array(foreign.map(\.json))],
            "not_handed_over": notHandedOver.json, "not_kept_by_journal": notKept.json,
            "not_kept_by_ledger": .integer(tally.beforeLedger), "late": .integer(tally.late),
            "repeats": .integer(tally.repeats), "without_sequence": .integer(tally.withoutSequence),
            "other_agents": .integer(tally.otherAgents),
        ])
    }
}

extension JournalChainFindings {
    /// The journal's part where there is no ledger.
    var json: JSONValue {
        .members([
            "agents": .array(agents.map(JSONValue.string)), "entries": .integer(tally.entries),
            "oldest": tally.oldest.map { .string($0.description) }, "records": .integer(tally.identical),
            "first": first.map { .integer(Int(clamping: $0)) }, "head": head.map { .string($0.description) },
            "not_following": broken.json, "missing": missing.json, "conflicting": .integer(tally.contested),
            "unreadable": .integer(unreadable), "known_head": knownHead.map { .string($0.standing.rawValue) },
            "late": .integer(tally.late), "repeats": .integer(tally.repeats),
            "without_sequence": .integer(tally.withoutSequence), "other_agents": .integer(tally.otherAgents),
        ])
    }
}

extension SequenceRanges {
    /// How many, and the first ranges, each as its two ends.
    var json: JSONValue {
        let pairs = ranges.map { [$0.lowerBound, $0.upperBound].map { JSONValue.integer(Int(clamping: $0)) } }
        return ["count": .integer(Int(clamping: count)), "ranges": .array(pairs.map(JSONValue.array))]
    }
}

extension AlteredEntry {
    /// One of them.
    var json: JSONValue {
        ["sequence": .integer(Int(clamping: sequence)), "fields": .array(fields.map(JSONValue.string))]
    }
}

extension ForeignEntry {
    /// One of them.
    var json: JSONValue {
        .members([
            "sequence": sequence.map { .integer(Int(clamping: $0)) }, "cause": .string(cause.rawValue),
            "received": .string(time.description), "cursor": .string(cursor),
        ])
    }
}

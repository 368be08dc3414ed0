internal import JOSE
internal import SystemdLink

/// The chain as the journal alone tells it: what each entry says came before it, and what did.
struct JournalChain: ~Copyable {
    private let wanted: Set<String>
    private var table = SequenceTable(empty: EntrySlot())
    private var hasher = SHA256()
    /// The names of agents that entries were taken of.
    private(set) var agents: Set<String> = []
    private(set) var tally = EntryTally()
    /// Entries that say something else than an earlier one of the same sequence.
    private(set) var conflicting: Set<UInt64> = []
    private var first: UInt64?
    private var last: UInt64?

    /// - Parameter agents: Whose entries are taken; all, where it is empty. Entries without a name always are.
    init(of agents: [String]) {
        wanted = Set(agents)
    }

    /// Takes the journal's next entry.
    mutating func take(_ entry: StoredEntry) {
        let record = JournalRecord(entry, with: &hasher)
        if let agent = record.agent {
            guard wanted.isEmpty || wanted.contains(agent) else { return tally.otherAgents += 1 }
            agents.insert(agent)
        }
        tally.count(record)
        switch record.place {
        case .none: tally.withoutSequence += 1
        case .unreadable: tally.foreign[.unreadable, default: 0] += 1
        case .link(let link): put(link)
        }
    }

    private mutating func put(_ link: EntryLink) {
        let slot = table[link.sequence]
        guard !slot.isPresent else {
            guard slot.hash != link.hash else { return tally.repeats += 1 }
            tally.contested += 1
            conflicting.insert(link.sequence)
            return
        }
        table[link.sequence] = EntrySlot(isPresent: true, hash: link.hash, previous: link.previous)
        tally.identical += 1
        first = min(first ?? link.sequence, link.sequence)
        last = max(last ?? link.sequence, link.sequence)
    }

    /// Follows the chain, after the last entry.
    func findings(_ knownHead: KnownHead?) -> JournalChainFindings {
        var (broken, missing) = (SequenceRanges(), SequenceRanges())
        var previous: UInt64?
        table.forEach { sequence, slot in
            guard slot.isPresent else { return }
            if let before = hash(before: sequence), before != slot.previous { broken.append(sequence) }
            if let previous, previous + 1 < sequence { missing.append(previous + 1...sequence - 1) }
            previous = sequence
        }
        return JournalChainFindings(
            agents: agents.sorted(), tally: tally, conflicting: conflicting.sorted(), first: first, head: head,
            broken: broken, missing: missing,
            knownHead: knownHead.map { HeadCheck(head: $0, standing: standing(of: $0)) })
    }

    private var head: KnownHead? {
        last.map { KnownHead(sequence: $0, hash: table[$0].hash) }
    }

    private func standing(of head: KnownHead) -> KnownHead.Standing {
        let slot = table[head.sequence]
        return head.standing(against: slot.isPresent ? slot.hash : nil, end: last ?? 0)
    }

    private func hash(before sequence: UInt64) -> Digest? {
        let slot = table[sequence - 1]
        return sequence == 1 ? .zero : slot.isPresent ? slot.hash : nil
    }
}

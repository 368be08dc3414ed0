extension JournalComparison {
    /// Sums up, after the last entry.
    ///
    /// - Parameters:
    ///   - shipped: The last row that the ledger knows the journal to have taken, nil when the ledger cannot say.
    ///   - bodies: The bodies of the rows of ``contested``.
    func findings(shipped: UInt64?, bodies: [UInt64: RecordBody]) -> JournalFindings {
        let sorted = sortedRows(shipped: shipped ?? tally.keptTo ?? 0)
        var counts = tally.foreign
        // Of what differs one entry for each row stands for the row, unless another one confirms it.
        let extra = tally.contested - sorted.altered
        if extra > 0 { counts[.second] = extra }
        return JournalFindings(
            tally: tally, alteredCount: sorted.altered, altered: alteredExamples(bodies), foreignCounts: counts,
            foreign: Array((foreign + seconds(of: contested)).prefix(Self.limit)), missing: sorted.missing,
            notKept: sorted.notKept, notHandedOver: sorted.notHandedOver)
    }

    private struct SortedRows {
        var altered = 0
        var missing = SequenceRanges()
        var notKept = SequenceRanges()
        var notHandedOver = SequenceRanges()
    }

    private func sortedRows(shipped: UInt64) -> SortedRows {
        var sorted = SortedRows()
        let keptFrom = tally.keptFrom ?? .max
        rows.table.forEach { sequence, slot in
            guard slot.marks.contains(.isRow), !slot.marks.contains(.isConfirmed) else { return }
            if slot.marks.contains(.isContested) {
                sorted.altered += 1
            } else if sequence > shipped {
                sorted.notHandedOver.append(sequence)
            } else if sequence < keptFrom {
                sorted.notKept.append(sequence)
            } else {
                sorted.missing.append(sequence)
            }
        }
        return sorted
    }

    private func isAltered(_ entry: ContestedEntry) -> Bool {
        !rows.table[entry.sequence].marks.contains(.isConfirmed)
    }

    private func alteredExamples(_ bodies: [UInt64: RecordBody]) -> [AlteredEntry] {
        var told: Set<UInt64> = []
        return contested.filter { isAltered($0) && told.insert($0.sequence).inserted }.map { entry in
            let row = bodies[entry.sequence]?.fields ?? []
            return AlteredEntry(sequence: entry.sequence, fields: RecordBody.differences(row, entry.fields))
        }
    }

    private func seconds(of contested: [ContestedEntry]) -> [ForeignEntry] {
        var told: Set<UInt64> = []
        return contested.filter { !isAltered($0) || !told.insert($0.sequence).inserted }.map(\.foreign)
    }
}

internal import SystemdLink

/// What the journal is to be told next.
enum ShippingWork {
    /// A record.
    case record(ChainedRecord, isLate: Bool)
    /// Records that are no longer in memory, from the one after `sequence` on.
    case behind(sequence: Int)
    /// An entry that is no record, since the ledger took none.
    case unrecorded([UInt8])
}

@testable import Ledger

extension Datagram {
    /// The place in the chain that follows from the entry alone, calculated without any of the ledger's own encoding.
    var link: ChainLink? {
        guard let sequence = own("SEQUENCE").flatMap({ Int($0) }), let digits = own("PREVIOUS_HASH"), digits.count == 64
        else { return nil }
        let hash = stride(from: 0, to: 64, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
        let left = ["WRITEBACK_SEQUENCE", "WRITEBACK_PREVIOUS_HASH", "WRITEBACK_LATE"]
        let names = fields.keys.filter { !left.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let body = names.flatMap { Array("\($0)=\(fields[$0] ?? "")\n".utf8) }
        return ChainLink(sequence: sequence - 1, hash: hash).next(body)
    }
}

import Ledger
import TestSupport
import Testing

/// The records in a ledger's file, read as an auditor would.
struct LedgerRecords {
    /// Each record's fields, in order; the first has the number ``first``.
    let all: [[String: String]]
    let first: Int
    let verdict: ChainVerdict

    init(of daemon: Daemon) throws {
        try self.init(path: daemon.folder + "/ledger.db")
    }

    init(path: String) throws {
        var (rows, numbers) = ([[String: String]](), [Int]())
        verdict = try LedgerVerification(path: path).walk { row in
            rows.append(Self.fields(row.body))
            numbers.append(row.link.sequence)
        }
        (all, first) = (rows, numbers.first ?? 0)
    }

    /// The number of the last record.
    var last: Int { first + all.count - 1 }

    var isIntact: Bool {
        if case .intact = verdict { true } else { false }
    }

    /// The records of one request.
    func records(of id: String) -> [[String: String]] { all.filter { $0["WRITEBACK_REQUEST_ID"] == id } }

    /// How many of the records tell that a write begins.
    static func begun(_ records: [[String: String]]) -> Int { records.count { $0["WRITEBACK_OUTCOME"] == nil } }

    /// How many of them tell that a write was applied, and not that this was told again.
    static func applied(_ records: [[String: String]]) -> Int {
        records.count { $0["WRITEBACK_OUTCOME"] == "applied" && $0["WRITEBACK_REPLAYED"] == nil }
    }

    /// The fields of a body in the native protocol.
    private static func fields(_ body: [UInt8]) -> [String: String] {
        var (fields, rest) = ([String: String](), body[...])
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if let sign = line.firstIndex(of: UInt8(ascii: "=")) {
                fields[String(decoding: line[..<sign], as: UTF8.self)] = String(
                    decoding: line[(sign + 1)...], as: UTF8.self)
            } else {
                let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
                fields[String(decoding: line, as: UTF8.self)] = String(
                    decoding: rest.dropFirst(8).prefix(length), as: UTF8.self)
                rest = rest.dropFirst(8 + length + 1)
            }
        }
        return fields
    }

    /// Expects that the journal has every record, as it is in the ledger and in the same order; what was told twice counts
    /// once, and what came after these records does not.
    func expectAll(in journal: [[String: String]], _ location: SourceLocation = #_sourceLocation) {
        var told: [Int: [String: String]] = [:]
        var order: [Int] = []
        for entry in journal {
            guard let number = entry["WRITEBACK_SEQUENCE"].flatMap({ Int($0) }), number <= last else { continue }
            if told.updateValue(entry, forKey: number) == nil { order.append(number) }
        }
        #expect(order == order.sorted(), "in order", sourceLocation: location)
        for (index, record) in all.enumerated() {
            let entry = told[first + index] ?? [:]
            let isThere = record.allSatisfy { entry[$0.key] == $0.value }
            #expect(isThere, "\(first + index): \(record)", sourceLocation: location)
        }
        #expect(order.count == all.count, sourceLocation: location)
    }
}

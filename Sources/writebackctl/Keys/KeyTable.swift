internal import AgentKeys
internal import JOSE
internal import Requests

/// The keys in columns, one a line.
struct KeyTable {
    let lines: [String]

    init(_ keys: KeySet, at now: Timestamp) {
        let rows = [["KID", "STATUS", "CURVE", "MADE", "OPENS UNTIL"]] + keys.all.map { Self.row($0, at: now) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        lines = rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func row(_ key: AgentKey, at now: Timestamp) -> [String] {
        let end = key.end.map { "\(Timestamp(seconds: $0))" + (key.opens(at: now.seconds) ? "" : " (ended)") }
        return [
            key.pair.id, key.status.rawValue, key.pair.curve.rawValue, "\(Timestamp(seconds: key.made))", end ?? "-",
        ]
    }
}

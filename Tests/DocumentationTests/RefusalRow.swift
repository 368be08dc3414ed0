import Requests
import TestSupport

/// One row of the table in `Refusal+Entry.swift`, as its source text has it.
struct RefusalRow: Hashable {
    let status: Int
    let code: String
    let messageID: String
    let severity: String
    let outcome: String
    /// What the caller is told in place of the code.
    let toldCode: String

    /// All rows, in the order of the source.
    static func all() throws -> [RefusalRow] {
        let row =
            #/\.init\(\s*(\d+),\s*"([a-z_]+)",\s*"([0-9a-f]{32})",\s*\.(\w+),\s*\.(\w+)(?:,\s*told:\s*"([a-z_]+)")?\s*\)/#
        return try Repository.text("Sources/Requests/Refusals/Refusal+Entry.swift").matches(of: row).map { match in
            RefusalRow(
                status: Int(match.1) ?? 0, code: String(match.2), messageID: String(match.3),
                severity: String(match.4), outcome: String(match.5).inSnakeCase, toldCode: String(match.6 ?? match.2))
        }
    }
}

extension String {
    /// A name of Swift's as it is written on the wire: `notApplied` becomes `not_applied`.
    var inSnakeCase: String {
        reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}

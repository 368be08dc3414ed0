import Foundation
import TestSupport

/// The table in docs/directories.md: what every operation comes to in every situation, for each kind of directory.
struct MatrixTable {
    /// By row and column; a dash stands for a situation that does not exist there.
    private var cells: [String: [String: String]] = [:]
    let rows: [String]

    /// Reads the table that has a column headed "Operation and situation".
    init() throws {
        let text = try String(contentsOfFile: Repository.root + "/docs/directories.md", encoding: .utf8)
        var lines = text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| ") }
        guard let start = lines.firstIndex(where: { $0.hasPrefix("| Operation and situation") }) else {
            throw TestFailure("docs/directories.md has no table")
        }
        lines.removeSubrange(..<start)
        let columns = Self.fields(lines.removeFirst())
        var rows: [String] = []
        for line in lines.prefix(while: { $0.hasPrefix("| ") }) {
            let fields = Self.fields(line)
            guard fields.count == columns.count, !fields[0].hasPrefix("---") else { continue }
            rows.append(fields[0])
            cells[fields[0]] = Dictionary(uniqueKeysWithValues: zip(columns, fields).dropFirst())
        }
        self.rows = rows
    }

    /// What is documented; nil where the situation does not exist.
    func cell(_ row: MatrixRow, _ column: String) -> String? {
        let cell = cells[row.rawValue]?[column]
        return cell == "-" ? nil : cell
    }

    private static func fields(_ line: String) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
    }
}

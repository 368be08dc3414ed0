import Foundation
import TestSupport

/// The rows of all tables in a Markdown file, each as its cells.
struct MarkdownTables {
    private let rows: [[String]]

    init(_ path: String) throws {
        rows = try Repository.text(path).split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(Self.cell)
        }
    }

    /// The rows whose first cell is `key` set as code, without that cell.
    func rows(of key: String) -> [[String]] {
        rows.filter { $0.first == "`\(key)`" }.map { Array($0.dropFirst()) }
    }

    /// The first cells that are a single piece of code, without the marks around it.
    var keys: [String] {
        rows.compactMap { $0.first?.wholeMatch(of: /`([^`]+)`/).map { String($0.1) } }
    }

    private static func cell(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}

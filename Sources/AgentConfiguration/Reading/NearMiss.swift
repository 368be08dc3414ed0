/// Finds the name that was probably meant.
enum NearMiss {
    /// The one of `candidates` that is at most two typing mistakes from `name`, and nearer than any that comes later.
    static func of(_ name: String, among candidates: [String]) -> String? {
        // A long name would be compared at quadratic cost, and is no typing mistake.
        guard name.utf8.count <= 64 else { return nil }
        let distances = candidates.map { ($0, distance(Array(name.lowercased().utf8), Array($0.utf8))) }
        guard let nearest = distances.min(by: { $0.1 < $1.1 }) else { return nil }
        return nearest.1 <= 2 && nearest.1 * 2 < nearest.0.utf8.count ? nearest.0 : nil
    }

    /// How many insertions, deletions, replacements and swaps of neighbours lie between two words (optimal string
    /// alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var rows = [Array(0...right.count)]
        for (row, byte) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = rows[row][column] + (byte == other ? 0 : 1)
                var best = min(replaced, rows[row][column + 1] + 1, next[column] + 1)
                let isSwap = row > 0 && column > 0 && byte == right[column - 1] && left[row - 1] == other
                if isSwap { best = min(best, rows[row - 1][column - 1] + 1) }
                next.append(best)
            }
            rows.append(next)
        }
        return rows[left.count][right.count]
    }
}

/// How many sequences were found of one kind, and the first of them as ranges.
struct SequenceRanges: Equatable, Sendable, CustomStringConvertible {
    /// How many ranges are kept.
    static let limit = 10

    private(set) var count: UInt64 = 0
    private(set) var ranges: [ClosedRange<UInt64>] = []

    /// Adds the next one; they come in ascending order.
    mutating func append(_ sequence: UInt64) {
        append(sequence...sequence)
    }

    /// Adds the next ones.
    mutating func append(_ range: ClosedRange<UInt64>) {
        count += Self.size(of: range)
        if let last = ranges.last, last.upperBound + 1 == range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound...range.upperBound
        } else if ranges.count < Self.limit {
            ranges.append(range)
        }
    }

    var isEmpty: Bool { count == 0 }

    /// The ranges, such as `7, 12-40 and 3 more`.
    var description: String {
        let shown = ranges.reduce(0) { $0 + Self.size(of: $1) }
        let list = ranges.map { Self.size(of: $0) == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        return list.joined(separator: ", ") + (shown < count ? " and \(count - shown) more" : "")
    }

    /// A made-up sequence can leave a gap whose `count` would have no room in an `Int`.
    private static func size(of range: ClosedRange<UInt64>) -> UInt64 {
        range.upperBound - range.lowerBound + 1
    }
}

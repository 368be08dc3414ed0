internal import Requests

/// A point in time as Active Directory keeps it: units of 100 nanoseconds since 1601-01-01T00:00:00Z ([MS-DTYP] section
/// 2.3.3).
struct FileTime: Hashable {
    /// Units in a second.
    static let unitsPerSecond: Int64 = 10_000_000
    /// Seconds from 1601 to 1970.
    private static let secondsTo1970: Int64 = 11_644_473_600

    /// The point in time; nil for the values that stand for none: 0, and the largest, which means never.
    let timestamp: Timestamp?

    /// Takes the decimal number that the attribute is shown as; nil for anything else.
    init?(_ text: String) {
        guard let units = Int64(text) else { return nil }
        guard units > 0, units < .max else {
            timestamp = nil
            return
        }
        timestamp = Timestamp(seconds: Int(units / Self.unitsPerSecond - Self.secondsTo1970))
    }
}

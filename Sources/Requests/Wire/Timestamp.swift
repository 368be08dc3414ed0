#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A point in time to the second, as directories keep it and as replies tell it.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int

    /// A point in time by its seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The current time of the system's clock.
    public static var now: Timestamp { Timestamp(seconds: time(nil)) }

    /// Reads a GeneralizedTime in UTC (RFC 4517 section 3.3.13), such as `20240131235959Z` or `20240131235959.123Z`.
    public init?(generalizedTime text: String) {
        let digits = text.prefix(14).utf8.map { Int($0) - 0x30 }
        guard digits.count == 14, digits.allSatisfy((0...9).contains), text.last == "Z" else { return nil }
        let fraction = text.dropFirst(14).dropLast()
        guard fraction.isEmpty || Self.isFraction(fraction.utf8) else { return nil }
        func number(_ range: Range<Int>) -> Int32 { digits[range].reduce(0) { $0 * 10 + Int32($1) } }
        // timegm(3) would carry what is out of range over into another date, but for a leap second that is a mistake.
        guard number(12..<14) <= 60 else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (number(0..<4) - 1900, number(4..<6) - 1, number(6..<8))
        (parts.tm_hour, parts.tm_min) = (number(8..<10), number(10..<12))
        let given = [parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min]
        let minute = timegm(&parts)
        guard given == [parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min] else { return nil }
        self.init(seconds: minute + Int(number(12..<14)))
    }

    /// The time as a GeneralizedTime in UTC (RFC 4517 section 3.3.13), such as `20240131235959Z`.
    public var generalizedTime: String { description.filter { !"-T:".contains($0) } }

    /// The time as RFC 3339 text in UTC, such as `2024-01-31T23:59:59Z`.
    public var description: String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let year = Self.padded(parts.tm_year + 1900, to: 4)
        let date = [year, Self.padded(parts.tm_mon + 1, to: 2), Self.padded(parts.tm_mday, to: 2)]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.padded($0, to: 2) }
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "Z"
    }

    private static func isFraction(_ bytes: Substring.UTF8View) -> Bool {
        bytes.count > 1 && bytes.first == UInt8(ascii: ".")
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func padded(_ number: Int32, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Whether one comes before the other.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// The years that texts have four digits for: what directories hold may lie beyond any time.
    private static let range = -62_167_219_200...253_402_300_799

    /// The time `seconds` later, at most the end of the year 9999.
    public static func + (time: Timestamp, seconds: Int) -> Timestamp {
        let (sum, overflow) = time.seconds.addingReportingOverflow(seconds)
        let bound = seconds > 0 ? range.upperBound : range.lowerBound
        return Timestamp(seconds: overflow ? bound : min(max(sum, range.lowerBound), range.upperBound))
    }

    /// The time `seconds` earlier, at least the beginning of the year 0.
    public static func - (time: Timestamp, seconds: Int) -> Timestamp {
        let (difference, overflow) = time.seconds.subtractingReportingOverflow(seconds)
        let bound = seconds > 0 ? range.lowerBound : range.upperBound
        return Timestamp(seconds: overflow ? bound : min(max(difference, range.lowerBound), range.upperBound))
    }
}

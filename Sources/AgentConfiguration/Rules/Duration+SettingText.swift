extension Duration {
    /// The units of a duration in the configuration, the largest first, with their length in milliseconds.
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Reads a duration as it is written in the configuration: digits and `ms`, `s`, `m`, `h` or `d`, with nothing
    /// between.
    init?(settingText text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let unit = Self.units.first(where: { $0.suffix == text.dropFirst(digits.count) }) else { return nil }
        // Nine digits cannot overflow, and 999999999 ms is beyond every range.
        guard digits.count <= 9, let number = Int64(digits) else { return nil }
        self = .milliseconds(number * unit.milliseconds)
    }

    /// The duration as it is written in the configuration, in the largest unit that needs no fraction.
    var settingText: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        for unit in Self.units where milliseconds != 0 && milliseconds % unit.milliseconds == 0 {
            return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
        }
        return "\(milliseconds)ms"
    }
}

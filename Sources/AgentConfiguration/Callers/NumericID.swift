/// A user or group number.
enum NumericID {
    /// Reads a number without leading zeros; the highest stands for "no such user" and is nobody's.
    static func parse(_ text: String) -> UInt32? {
        guard let number = UInt32(text), String(number) == text, number != .max else { return nil }
        return number
    }
}

/// A span of time as Active Directory keeps it: a negative number of 100 nanoseconds ([MS-ADTS] section 3.1.1.1.3, minPwdAge).
struct FileInterval: Hashable {
    /// Whole seconds, rounded up; nil for the values that stand for no span: 0, and the smallest, which means for ever.
    let seconds: Int?

    /// Takes the decimal number that the attribute is shown as; nil for anything else.
    init?(_ text: String) {
        guard let units = Int64(text), units <= 0 else { return nil }
        guard units != 0, units != .min else {
            seconds = nil
            return
        }
        seconds = Int((-units - 1) / FileTime.unitsPerSecond) + 1
    }
}

extension TextRule<Duration> {
    /// A duration within `range`.
    static func duration(in range: ClosedRange<Duration>) -> Self {
        Self { text throws(Complaint) in
            guard let duration = Duration(settingText: text) else {
                throw Complaint("must be a whole number with its unit, \"500ms\", \"15s\", \"2m\" or \"1h\"")
            }
            guard range.contains(duration) else {
                throw Complaint("must be \(range.lowerBound.settingText) to \(range.upperBound.settingText)")
            }
            return duration
        }
    }
}

extension TextRule<Duration> {
    /// A duration within `range`.
    static func duration(in range: ClosedRange<Duration>) -> Self {
        Self { text throws(Complaint) in
            guard let duration = Duration(settingText: text) else {
                throw Complaint("must be a whole number with its unit, \"500ms\", \"15s\", \"2m\", \"1h\" or \"7d\"")
            }
            guard range.contains(duration) else {
                throw Complaint("must be \(range.lowerBound.settingText) to \(range.upperBound.settingText)")
            }
            return duration
        }
    }
}

extension TextRule<Duration?> {
    /// A duration within `range`, or nil for the word "forever".
    static func durationOrForever(in range: ClosedRange<Duration>) -> Self {
        Self { text throws(Complaint) in
            if text == "forever" { return nil }
            do throws(Complaint) {
                return try TextRule<Duration>.duration(in: range).read(text)
            } catch {
                throw Complaint("\(error.message), or \"forever\"")
            }
        }
    }
}

/// How the text of a key becomes a value, or a complaint.
///
/// The text is never part of the complaint: it may be a secret that was put in the wrong place.
struct TextRule<Value> {
    /// Makes the value.
    let read: (String) throws(Complaint) -> Value

    init(_ read: @escaping (String) throws(Complaint) -> Value) {
        self.read = read
    }
}

extension TextRule<String> {
    /// A text that is kept as it is when `isValid` says so.
    init(_ expected: String, _ isValid: @escaping (String) -> Bool) {
        self.init { text throws(Complaint) in
            guard isValid(text) else { throw Complaint("must be \(expected)") }
            return text
        }
    }
}

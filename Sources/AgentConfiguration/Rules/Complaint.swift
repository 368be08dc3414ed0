/// What is wrong with a value, as the rest of a sentence that begins with its key: "must be …".
struct Complaint: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

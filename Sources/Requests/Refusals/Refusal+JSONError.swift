internal import JSON

extension Refusal {
    /// The refusal of a request whose JSON could not be read.
    init(_ error: JSONError) {
        self =
            switch error {
            case .malformed(let found): .malformed(found)
            case .secureMemory: .busy(.secureMemory)
            }
    }
}

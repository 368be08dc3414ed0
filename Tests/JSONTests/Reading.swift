import JSON

/// What a reader makes of a text that is one member's value.
enum Reading {
    /// The whole of `text` read by `read`, or what is wrong with it.
    static func result<Value>(
        _ text: String, _ read: (inout JSONReader) throws(JSONError) -> Value
    ) -> Result<Value, JSONError> {
        result(Array(text.utf8), read)
    }

    /// The same for bytes that need not be a text.
    static func result<Value>(
        _ bytes: [UInt8], _ read: (inout JSONReader) throws(JSONError) -> Value
    ) -> Result<Value, JSONError> {
        bytes.withUnsafeBytes { bytes in
            Result { () throws(JSONError) in
                var reader = JSONReader(bytes)
                let value = try read(&reader)
                try reader.end()
                return value
            }
        }
    }
}

extension Result where Failure == JSONError {
    /// What is wrong; nil for a value.
    var problem: Problem? {
        guard case .failure(.malformed(let found)) = self else { return nil }
        return found.problem
    }

    var value: Success? { try? get() }
}

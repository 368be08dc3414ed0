internal import JSON
internal import Secrets

extension Secret {
    /// Holds a password that did not come through ``JSON/JSONReader`` to the same rules: well-formed UTF-8 of 1 to 256
    /// scalar values, none of them NUL.
    func checkPassword(at path: String) throws(JSONError) {
        try withUnsafeBytes { bytes throws(JSONError) in
            guard !bytes.isEmpty else { throw .malformed(.init(field: path, problem: .empty)) }
            var decoder = UTF8()
            var rest = bytes.makeIterator()
            var count = 0
            loop: while true {
                switch decoder.decode(&rest) {
                case .emptyInput: break loop
                case .error: throw .malformed(.init(field: path, problem: .invalidUnicode))
                case .scalarValue(let scalar):
                    guard scalar.value != 0 else { throw .malformed(.init(field: path, problem: .holdsNUL)) }
                    count += 1
                }
            }
            guard count <= RequestLimits.passwordCharacters else {
                throw .malformed(.init(field: path, problem: .tooLong(limit: RequestLimits.passwordCharacters)))
            }
        }
    }
}

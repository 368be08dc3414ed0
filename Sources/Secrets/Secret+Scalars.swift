extension Secret {
    /// Lends the Unicode scalar values of UTF-8 one after the other, so that no text is made of them.
    ///
    /// - Returns: False when the bytes are no well-formed UTF-8; those before the fault were lent by then.
    @discardableResult
    func forEachScalar(_ body: (Unicode.Scalar) -> Void) -> Bool {
        withUnsafeBytes { bytes in
            var decoder = UTF8()
            var rest = bytes.makeIterator()
            while true {
                switch decoder.decode(&rest) {
                case .scalarValue(let scalar): body(scalar)
                case .emptyInput: return true
                case .error: return false
                }
            }
        }
    }
}

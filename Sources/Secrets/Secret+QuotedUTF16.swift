extension Secret {
    /// The same text in UTF-16, low bytes first, between quotation marks: the form of Active Directory's unicodePwd
    /// ([MS-ADTS] section 3.1.1.3.1.5). Quotation marks in the text itself stay as they are.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public func quotedUTF16() throws(SecretError) -> Secret {
        // No scalar value takes more than twice the bytes in UTF-16 that it takes in UTF-8.
        try Secret(capacity: 2 * count + 4) { target in
            var end = 0
            func write(_ unit: UInt16) {
                target[end] = UInt8(unit & 0xFF)
                target[end + 1] = UInt8(unit >> 8)
                end += 2
            }
            write(UInt16(UInt8(ascii: "\"")))
            forEachScalar { $0.utf16.forEach(write) }
            write(UInt16(UInt8(ascii: "\"")))
            return end
        }
    }
}

extension SharedSecret {
    /// The same text in UTF-16 between quotation marks; see ``Secret/quotedUTF16()``.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public func quotedUTF16() throws(SecretError) -> Secret {
        try withSecret { (secret) throws(SecretError) in try secret.quotedUTF16() }
    }
}

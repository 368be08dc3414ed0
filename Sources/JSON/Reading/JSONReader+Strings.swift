public import Secrets

extension JSONReader {
    /// Reads a string of 1 to `characters` Unicode scalar values.
    ///
    /// - Parameter path: The member's path, for the error.
    public mutating func string(at path: String, characters: Int) throws(JSONError) -> String {
        let secret = try secret(at: path, characters: characters)
        return secret.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads a string of 1 to `characters` Unicode scalar values into locked memory, without a copy elsewhere.
    ///
    /// - Parameter path: The member's path, for the error.
    public mutating func secret(at path: String, characters: Int) throws(JSONError) -> Secret {
        try begin("\"", at: path, expected: "a string")
        var failure: JSONError?
        do {
            let text = try Secret(capacity: min(characters * 4, unread)) { target in
                var writer = ScalarWriter(target: target, limit: characters)
                do throws(JSONError) {
                    try self.scalars(at: path, into: &writer)
                } catch {
                    failure = error
                }
                return writer.bytes
            }
            if let failure { throw failure }
            guard !text.isEmpty else { throw JSONError.malformed(.init(field: path, problem: .empty)) }
            return text
        } catch let error as JSONError {
            throw error
        } catch {
            throw .secureMemory
        }
    }

    /// The bytes that are left, at least 1. No scalar takes more of them in UTF-8 than in any other form.
    private var unread: Int { max(1, left) }

    private mutating func scalars(at path: String, into writer: inout ScalarWriter) throws(JSONError) {
        while let byte = current, byte != UInt8(ascii: "\"") {
            let scalar = byte == UInt8(ascii: "\\") ? try escaped(at: path) : try plain(at: path)
            guard scalar.value != 0 else { throw .malformed(.init(field: path, problem: .holdsNUL)) }
            guard writer.write(scalar) else {
                throw .malformed(.init(field: path, problem: .tooLong(limit: writer.limit)))
            }
        }
        guard current != nil else { throw notJSON() }
        advance()
    }

    /// Reads one scalar of well-formed UTF-8 (Unicode 15 table 3-7: no overlong form, no surrogate).
    private mutating func plain(at path: String) throws(JSONError) -> Unicode.Scalar {
        guard let lead = current, lead >= 0x20 || lead == 0 else { throw notJSON() }
        var decoder = UTF8()
        var rest = RawByteIterator(reader: self)
        let result = decoder.decode(&rest)
        guard case .scalarValue(let scalar) = result else {
            throw .malformed(.init(field: path, problem: .invalidUnicode))
        }
        for _ in 0..<UTF8.width(scalar) { advance() }
        return scalar
    }

    private mutating func escaped(at path: String) throws(JSONError) -> Unicode.Scalar {
        advance()
        guard let letter = current else { throw notJSON() }
        advance()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint(at: path)
        default: throw notJSON()
        }
    }

    /// Reads what follows `\u`; a high surrogate must be followed by a low one (RFC 8259 section 7).
    private mutating func codePoint(at path: String) throws(JSONError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), current == UInt8(ascii: "\\") else {
            throw .malformed(.init(field: path, problem: .invalidUnicode))
        }
        advance()
        guard current == UInt8(ascii: "u") else { throw .malformed(.init(field: path, problem: .invalidUnicode)) }
        advance()
        let second = try hexadecimal()
        guard UTF16.isTrailSurrogate(second) else { throw .malformed(.init(field: path, problem: .invalidUnicode)) }
        let value = 0x10000 + (UInt32(first) - 0xd800) << 10 + (UInt32(second) - 0xdc00)
        guard let scalar = Unicode.Scalar(value) else { throw notJSON() }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw notJSON() }
            value = value << 4 | UInt16(digit)
            advance()
        }
        return value
    }
}

/// The reader's bytes from its place on, as the standard library's decoder wants them.
private struct RawByteIterator: IteratorProtocol {
    var reader: JSONReader

    mutating func next() -> UInt8? {
        defer { reader.advance() }
        return reader.current
    }
}

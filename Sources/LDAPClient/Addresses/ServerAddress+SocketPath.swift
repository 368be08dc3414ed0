extension ServerAddress {
    /// The longest path that fits into sockaddr_un with its final NUL (unix(7)).
    static let longestSocketPath = 107

    static func socketPath(_ encoded: Substring) throws(LDAPError) -> String {
        guard let bytes = percentDecoded(encoded), let path = String(validating: bytes, as: UTF8.self),
            path.first == "/", !bytes.contains(0)
        else { throw .invalid("ldapi:// needs the absolute path of a socket, percent-encoded: ldapi://%2Frun%2Fldapi") }
        guard bytes.count <= longestSocketPath else {
            throw .invalid("the path of the socket is longer than \(longestSocketPath) bytes")
        }
        return path
    }

    static func percentEncoded(_ path: String) -> String {
        let bytes = path.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter
                    || Character(Unicode.Scalar(byte)).isNumber || "-._~".utf8.contains(byte))
            return isPlain ? [byte] : [UInt8(ascii: "%")] + Hex.digits(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func percentDecoded(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                // A bare slash would begin the part that names an entry.
                guard byte != UInt8(ascii: "/"), byte != UInt8(ascii: "?") else { return nil }
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst(), let low = rest.popFirst(), let decoded = Hex.byte(high, low) else {
                return nil
            }
            bytes.append(decoded)
        }
        return bytes
    }
}

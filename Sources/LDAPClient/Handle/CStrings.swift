internal import Glibc

/// Arrays of C strings that end with a null pointer.
enum CStrings {
    /// Copies the strings of an array that libldap owns.
    static func texts(_ array: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
        var texts: [String] = []
        while let text = array?[texts.count] { texts.append(String(cString: text)) }
        return texts
    }

    /// Lends an array of `texts` for the length of `body`.
    static func with<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws(LDAPError) -> Result
    ) throws(LDAPError) -> Result {
        var pointers = texts.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return try body(&pointers)
    }
}

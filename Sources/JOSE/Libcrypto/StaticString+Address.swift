extension StaticString {
    /// Where the text lies, ended by a zero, for as long as the process lasts: libcrypto keeps the addresses of names.
    var address: UnsafePointer<CChar> {
        UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

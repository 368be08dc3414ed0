internal import CLDAP

extension gss_buffer_desc {
    /// Points at bytes that someone else owns; the GSS-API only reads them.
    init(borrowing bytes: UnsafeRawBufferPointer) {
        self.init(length: bytes.count, value: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }

    /// The bytes, for as long as the buffer is not released.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : length) }

    /// Copies what the GSS-API handed out, and gives it back.
    mutating func take() -> [UInt8] {
        defer {
            var minor: OM_uint32 = 0
            gss_release_buffer(&minor, &self)
        }
        return Array(bytes)
    }
}

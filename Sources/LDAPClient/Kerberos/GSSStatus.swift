internal import CLDAP

/// Why the GSS-API refused: its two codes, and its text while it still has one.
struct GSSStatus: Error {
    /// libkrb5's code, one of `KRB5_…` in krb5.h; 0 when the mechanism had nothing to say.
    let minor: Int32
    /// The reason in libkrb5's words, or the GSS-API's where libkrb5 has none.
    let text: String

    /// Takes the codes down on the thread that got them: the details of a text are kept per thread.
    init(major: OM_uint32, minor: OM_uint32) {
        self.minor = Int32(bitPattern: minor)
        let isMechanism = minor != 0
        let kind = isMechanism ? writebackd_gss_minor_kind : writebackd_gss_major_kind
        text = Self.text(isMechanism ? minor : major, kind)
    }

    private static func text(_ code: OM_uint32, _ kind: Int32) -> String {
        var minor: OM_uint32 = 0
        var position: OM_uint32 = 0
        var buffer = gss_buffer_desc()
        guard gss_display_status(&minor, code, kind, writebackd_gss_krb5(), &position, &buffer) == 0 else {
            return "GSS-API error \(code)"
        }
        defer { gss_release_buffer(&minor, &buffer) }
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}

/// Throws what a function of the GSS-API returned, if it is an error.
func checkGSS(_ major: OM_uint32, _ minor: OM_uint32) throws(GSSStatus) {
    guard writebackd_gss_failed(major) == 0 else { throw GSSStatus(major: major, minor: minor) }
}

internal import COpenSSL

/// A file of trusted certificates.
enum CAFile {
    /// Whether OpenSSL finds a certificate in it.
    static func isUsable(_ path: String) -> Bool {
        guard let store = X509_STORE_new() else { return false }
        defer { X509_STORE_free(store) }
        defer { ERR_clear_error() }
        return X509_STORE_load_file(store, path) == 1
    }
}

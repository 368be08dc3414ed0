internal import COpenSSL
internal import Secrets

extension Secret {
    /// Takes `count` bytes and has libcrypto write all of them; `fill` answers whether it did.
    ///
    /// - Throws: `full` when the secure heap is, or `fault` when `fill` failed.
    init<Fault: Error>(
        exactly count: Int, or fault: Fault, full: Fault, fill: (UnsafeMutableRawBufferPointer) -> Bool
    ) throws(Fault) {
        var isFilled = false
        let secret: Secret
        do {
            secret = try Secret(capacity: count) { target in
                isFilled = fill(UnsafeMutableRawBufferPointer(rebasing: target.prefix(count)))
                return count
            }
        } catch {
            throw full
        }
        guard isFilled else {
            ERR_clear_error()
            throw fault
        }
        self = secret
    }
}

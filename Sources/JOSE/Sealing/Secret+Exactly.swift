internal import COpenSSL
internal import Secrets

extension Secret {
    /// Takes `count` bytes and has libcrypto write all of them; `fill` answers whether it did.
    ///
    /// - Throws: ``SealFault/secureMemory``, or `fault` when `fill` failed.
    init(
        exactly count: Int, or fault: SealFault, fill: (UnsafeMutableRawBufferPointer) -> Bool
    ) throws(SealFault) {
        var isFilled = false
        let secret: Secret
        do {
            secret = try Secret(capacity: count) { target in
                isFilled = fill(UnsafeMutableRawBufferPointer(rebasing: target.prefix(count)))
                return count
            }
        } catch {
            throw .secureMemory
        }
        guard isFilled else {
            ERR_clear_error()
            throw fault
        }
        self = secret
    }
}

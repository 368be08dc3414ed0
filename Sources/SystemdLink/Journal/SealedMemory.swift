internal import CSystemd
internal import Glibc

/// An unnamed file in memory that nobody can change any more: how an entry too large for a datagram travels.
///
/// journald takes a descriptor only when it is sealed, since it maps the file and must not find it changed under its hands.
struct SealedMemory: ~Copyable {
    let descriptor: Int32

    /// Writes `bytes` and seals them.
    ///
    /// - Throws: ``JournalError/system(call:code:)``.
    init(_ bytes: [UInt8]) throws(JournalError) {
        descriptor = memfd_create("journal-entry", UInt32(MFD_CLOEXEC | MFD_ALLOW_SEALING))
        guard descriptor >= 0 else { throw .system(call: "memfd_create", code: errno) }
        try fill(with: bytes)
        guard fcntl(descriptor, WRITEBACKD_F_ADD_SEALS, WRITEBACKD_F_SEAL_ALL) == 0 else {
            throw .system(call: "fcntl(F_ADD_SEALS)", code: errno)
        }
    }

    private borrowing func fill(with bytes: [UInt8]) throws(JournalError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw .system(call: "write", code: errno)
            }
        }
    }

    deinit {
        close(descriptor)
    }
}

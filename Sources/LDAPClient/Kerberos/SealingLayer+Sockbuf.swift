internal import CLDAP
internal import Glibc

extension SealingLayer {
    /// Above TLS and the socket, below the layer that wipes.
    private static let level = (LBER_SBIOD_LEVEL_TRANSPORT + LBER_SBIOD_LEVEL_APPLICATION) / 2

    // Immutable and never freed: libldap keeps the address of the table in every session that is sealed.
    nonisolated(unsafe) private static let functions: UnsafeMutablePointer<Sockbuf_IO> = {
        let table = UnsafeMutablePointer<Sockbuf_IO>.allocate(capacity: 1)
        table.initialize(
            to: Sockbuf_IO(
                sbi_setup: { setUp($0, $1) }, sbi_remove: { remove($0) }, sbi_ctrl: { control($0, $1, $2) },
                sbi_read: { read($0, $1, $2) }, sbi_write: { write($0, $1, $2) }, sbi_close: { _ in 0 }))
        return table
    }()

    /// Puts the layer into a session's socket, which owns it from then on.
    func install(on handle: borrowing LDAPHandle) throws(LDAPError) {
        let layer = Unmanaged.passRetained(self)
        let status = ber_sockbuf_add_io(try handle.socketStack(), Self.functions, Self.level, layer.toOpaque())
        guard status == 0 else {
            layer.release()
            throw .local("libldap could not be set up to seal its connection")
        }
    }

    private typealias Descriptor = UnsafeMutablePointer<Sockbuf_IO_Desc>

    private static func layer(_ descriptor: Descriptor?) -> SealingLayer? {
        descriptor?.pointee.sbiod_pvt.map { Unmanaged<SealingLayer>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func setUp(_ descriptor: Descriptor?, _ argument: UnsafeMutableRawPointer?) -> Int32 {
        descriptor?.pointee.sbiod_pvt = argument
        return 0
    }

    private static func remove(_ descriptor: Descriptor?) -> Int32 {
        if let layer = descriptor?.pointee.sbiod_pvt { Unmanaged<SealingLayer>.fromOpaque(layer).release() }
        descriptor?.pointee.sbiod_pvt = nil
        return 0
    }

    private static func control(
        _ descriptor: Descriptor?, _ option: Int32, _ argument: UnsafeMutableRawPointer?
    ) -> Int32 {
        if option == LBER_SB_OPT_DATA_READY, layer(descriptor)?.hasUnread == true { return 1 }
        return writebackd_next_control(descriptor, option, argument)
    }

    private static func read(
        _ descriptor: Descriptor?, _ bytes: UnsafeMutableRawPointer?, _ count: ber_len_t
    ) -> ber_slen_t {
        guard let descriptor, let layer = layer(descriptor) else { return failed() }
        let read = layer.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: Int(count)), from: descriptor)
        return read < 0 ? failed() : ber_slen_t(read)
    }

    private static func write(
        _ descriptor: Descriptor?, _ bytes: UnsafeMutableRawPointer?, _ count: ber_len_t
    ) -> ber_slen_t {
        guard let descriptor, let layer = layer(descriptor),
            layer.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)), to: descriptor)
        else { return failed() }
        return ber_slen_t(count)
    }

    /// Whatever errno said before, it must not make libldap try again.
    private static func failed() -> ber_slen_t {
        errno = EIO
        return -1
    }
}

internal import Glibc

/// One address that connect(2) takes.
struct SocketAddress: Sendable {
    let family: Int32
    private let bytes: [UInt8]

    init(_ info: addrinfo) {
        family = info.ai_family
        let raw = UnsafeRawBufferPointer(start: info.ai_addr, count: info.ai_addr == nil ? 0 : Int(info.ai_addrlen))
        bytes = Array(raw)
    }

    /// The address of a Unix socket; `path` fits, since ``ServerAddress`` checks that.
    init(path: String) {
        family = AF_UNIX
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        bytes = withUnsafeBytes(of: address) { Array($0) }
    }

    /// connect(2), answering errno or 0.
    func connect(_ socket: Int32) -> Int32 {
        let result = bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: sockaddr.self) { Glibc.connect(socket, $0.baseAddress, socklen_t(raw.count)) }
        }
        return result == 0 ? 0 : errno
    }
}

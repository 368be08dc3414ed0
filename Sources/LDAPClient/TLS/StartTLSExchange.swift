internal import Glibc

/// Asks for StartTLS on a bare socket (RFC 4511 section 4.14.1).
struct StartTLSExchange {
    let socket: Int32

    /// Sends the request and reads one answer of up to 4 KiB.
    ///
    /// - Returns: Whether the server answered at all; what it says is found out by the handshake.
    func perform() -> Bool {
        let request = Self.request
        guard send(socket, request, request.count, 0) == request.count, let header = read(2) else { return false }
        guard header[1] & 0x80 != 0 else { return read(Int(header[1])) != nil }
        guard let length = read(Int(header[1] & 0x7F)) else { return false }
        return read(length.reduce(0) { min($0, 4096) << 8 | Int($1) }) != nil
    }

    private func read(_ count: Int) -> [UInt8]? {
        guard count <= 4096 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        return recv(socket, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }

    /// LDAPMessage { messageID 1, extendedReq [APPLICATION 23] { requestName [0] "1.3.6.1.4.1.1466.20037" } }
    private static let request: [UInt8] = {
        let name = Array("1.3.6.1.4.1.1466.20037".utf8)
        let operation: [UInt8] = [0x77, UInt8(name.count + 2), 0x80, UInt8(name.count)] + name
        return [0x30, UInt8(operation.count + 3), 0x02, 0x01, 0x01] + operation
    }()
}

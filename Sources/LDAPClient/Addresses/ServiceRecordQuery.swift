internal import CLDAP
internal import Glibc

/// One question to DNS for SRV records. Blocks for as long as the resolver takes (resolv.conf(5): timeout, attempts).
struct ServiceRecordQuery {
    let name: String
    let nameServer: NameServer?

    /// The whole DNS message that answered.
    func answer() throws(LDAPError) -> [UInt8] {
        // The most that DNS can send, over TCP.
        var buffer = [UInt8](repeating: 0, count: 65_535)
        var failure: Int32 = 0
        let length = ask(&buffer, &failure)
        guard length > 0 else { throw .unreachable("DNS has no servers for \(name): \(Self.text(failure))") }
        return Array(buffer.prefix(Int(length)))
    }

    private func ask(_ buffer: inout [UInt8], _ failure: inout Int32) -> Int32 {
        let size = Int32(buffer.count)
        guard let nameServer else { return writebackd_query_srv(name, nil, &buffer, size, &failure) }
        var address = nameServer.socketAddress
        return writebackd_query_srv(name, &address, &buffer, size, &failure)
    }

    private static func text(_ failure: Int32) -> String {
        switch failure {
        case HOST_NOT_FOUND: "there is no such name"
        case NO_DATA: "there are no such records"
        case TRY_AGAIN: "no name server answered, or it failed"
        default: "the name server refused or failed for good"
        }
    }
}

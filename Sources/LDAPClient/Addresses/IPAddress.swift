internal import Glibc

/// An address literal, IPv4 or IPv6.
struct IPAddress {
    private let bytes: [UInt8]

    /// Takes the usual text forms (inet_pton(3)); nil for a host name.
    init?(_ text: String) {
        if let bytes = Self.parse(text, AF_INET, count: 4) ?? Self.parse(text, AF_INET6, count: 16) {
            self.bytes = bytes
        } else {
            return nil
        }
    }

    /// Whether it is in 127.0.0.0/8, ::1, or an IPv4 loopback address mapped into IPv6.
    var isLoopback: Bool {
        if bytes.count == 4 { return bytes[0] == 127 }
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF, 127]
        return bytes == Array(repeating: 0, count: 15) + [1] || bytes.starts(with: mapped)
    }

    private static func parse(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}

internal import Foundation
internal import Glibc
internal import Synchronization

/// The realms that this process's krb5.conf knows from the start, each with a port for its KDC to come.
///
/// libkrb5 keeps what it has read for as long as any of its users is at work, so none can be added while tests run.
enum KerberosRealms {
    private static let next = Mutex(0)

    /// A realm that no other test has.
    static func take() throws(TestFailure) -> (name: String, port: UInt16) {
        let number = next.withLock { number in
            defer { number += 1 }
            return number
        }
        guard all.indices.contains(number) else { throw TestFailure("there are only \(all.count) realms") }
        return all[number]
    }

    private static let all: [(name: String, port: UInt16)] = {
        let realms = (0..<128).map { ("R\($0).TEST", UInt16.random(in: 15000..<32000)) }
        let lines = realms.map { "    \($0) = {\n        kdc = 127.0.0.1:\($1)\n    }\n" }
        let configuration = """
            [libdefaults]
                dns_lookup_kdc = false
                dns_lookup_realm = false
                dns_canonicalize_hostname = false
                rdns = false
            [realms]
            \(lines.joined())
            """
        let file = "\(Repository.temporary)/krb5-\(getpid()).conf"
        try? configuration.write(toFile: file, atomically: true, encoding: .utf8)
        setenv("KRB5_CONFIG", file, 1)
        return realms
    }()
}

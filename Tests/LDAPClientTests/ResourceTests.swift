import Foundation
import LDAPClient
import Secrets
import TestSupport
import Testing

// Counting a process's threads and descriptors needs a process of its own: other suites open both meanwhile.
@Suite("Resources", .serialized)
struct ResourceTests {
    @Test("closed connections leave no descriptor and no thread")
    func noLeaks() async throws {
        await #expect(processExitsWith: .success) {
            let kdc = try await KDC()
            let slapd = try await Slapd(kdc: kdc)
            try await useAll(slapd, kdc)
            let before = (descriptors(), threads())
            for _ in 0..<20 { try await useAll(slapd, kdc) }
            // Threads end by themselves a moment after the connection.
            while descriptors() > before.0 || threads() > before.1 { await Task.yield() }
        }
    }

    @Test("a bind and a password change leave no copy of the password in memory, with and without TLS")
    func noCopies() async throws {
        await #expect(processExitsWith: .success) {
            let slapd = try await Slapd()
            for settings in [try slapd.plain, try slapd.tls()] {
                let connection = try await slapd.connect(settings)
                let salt = UInt8.random(in: 1...200)
                let password = try Secret(capacity: 40) { fill($0, salt) }
                let before = occurrences(salt)
                _ = try await connection.modifyPassword(
                    of: slapd.person("alice"), to: password, deadline: .now + .seconds(10))
                let shared = SharedSecret(try password.duplicate())
                _ = try await connection.modify(
                    slapd.person("bob"), [.replace("userPassword", .secret(shared))], deadline: .now + .seconds(10))
                _ = try await connection.bind(
                    .simple(slapd.person("alice"), shared), deadline: .now + .seconds(10))
                // The one more is the duplicate above.
                let after = occurrences(salt)
                #expect(before == 1 && after == 2)
            }
        }
    }

    @Test("a sealed connection leaves no copy of a password that is sent over it")
    func noCopiesBySealing() async throws {
        await #expect(processExitsWith: .success) {
            let kdc = try await KDC()
            let slapd = try await Slapd(kdc: kdc)
            let salt = UInt8.random(in: 1...200)
            let password = SharedSecret(try Secret(capacity: 40) { fill($0, salt) })
            let connection = try await slapd.connect(as: kdc.credentials())
            _ = try await connection.modify(
                slapd.person("bob"), [.replace("userPassword", .secret(password))], deadline: .now + .seconds(10))
            // Each looked at once: what comes next may overwrite what was left.
            #expect(occurrences(salt) == 1)
            let copy = try password.withSecret { (secret) throws(SecretError) in try secret.duplicate() }
            let reset = try await connection.modifyPassword(
                of: slapd.person("alice"), to: copy, deadline: .now + .seconds(10))
            #expect(reset.code == .success)
            #expect(occurrences(salt) == 2)
        }
    }

    @Test("SCRAM leaves no copy of the password, whether it was right or wrong")
    func noCopiesBySCRAM() async throws {
        await #expect(processExitsWith: .success) {
            let slapd = try await Slapd(scram: true)
            let salt = UInt8.random(in: 1...200)
            let password = SharedSecret(try Secret(capacity: 40) { fill($0, salt) })
            // slapd can do SCRAM only with a password that it has in clear.
            let stored = SharedSecret(
                try Secret(capacity: 51) { bytes in
                    bytes.copyBytes(from: "{CLEARTEXT}".utf8)
                    return 11 + fill(UnsafeMutableRawBufferPointer(rebasing: bytes[11...]), salt)
                })
            let administrator = try await slapd.connect(as: slapd.adminCredentials)
            _ = try await administrator.modify(
                slapd.person("carol"), [.replace("userPassword", .secret(stored))], deadline: .now + .seconds(10))
            #expect(occurrences(salt) == 2)
            for (user, code) in [("carol", ResultCode.success), ("writeback", .invalidCredentials)] {
                let connection = try await slapd.connect(slapd.tls(), as: .anonymous)
                let bound = try await connection.bind(
                    .scram(user: user, password: password), deadline: .now + .seconds(10))
                #expect(bound.code == code)
                #expect(occurrences(salt) == 2)
            }
            withExtendedLifetime(stored) {}
        }
    }
}

private func useAll(_ slapd: Slapd, _ kdc: KDC) async throws {
    for settings in [try slapd.plain, try slapd.tls()] {
        _ = try await slapd.connect(settings, as: kdc.credentials())
        _ = try? await slapd.connect(settings, as: .gssapi(Keytab(path: kdc["OLD_KEYTAB"])))
    }
    for settings in [try slapd.plain, try slapd.tls(), try slapd.startTLS(), try slapd.local] {
        let connection = try await slapd.connect(settings)
        await connection.close()
        _ = try await slapd.connect(settings)
        _ = try? await slapd.connect(slapd.tls(caFile: slapd["OTHER_CA_FILE"]))
    }
}

private func descriptors() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
}

private func threads() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? -1
}

/// A password that stands nowhere else in memory, since it is computed in place.
private func fill(_ bytes: UnsafeMutableRawBufferPointer, _ salt: UInt8) -> Int {
    for index in bytes.indices { bytes[index] = character(index, salt) }
    return bytes.count
}

private func character(_ index: Int, _ salt: UInt8) -> UInt8 {
    33 + UInt8((index * index * 7 + index * 13 + Int(salt) * (index + 3)) % 90)
}

/// How often the password stands in the writable memory of this process; looked at in place, since a copy would count.
private func occurrences(_ salt: UInt8) -> Int {
    let map = ProcFile.text("/proc/self/maps")
    return map.split(separator: "\n").filter { $0.contains(" rw") }.reduce(0) { count, line in
        let range = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt(String($0), radix: 16) }
        return count + occurrences(salt, from: range[0], to: range[1])
    }
}

private func occurrences(_ salt: UInt8, from start: UInt, to end: UInt) -> Int {
    let first = Int32(character(0, salt))
    var count = 0
    var next = UnsafeMutableRawPointer(bitPattern: start)
    while let address = next, UInt(bitPattern: address) + 12 < end {
        guard let found = memchr(address, first, Int(end - 12 - UInt(bitPattern: address))) else { break }
        if (1..<12).allSatisfy({ found.load(fromByteOffset: $0, as: UInt8.self) == character($0, salt) }) { count += 1 }
        next = found + 1
    }
    return count
}

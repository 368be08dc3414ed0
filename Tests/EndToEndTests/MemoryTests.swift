import Foundation
import TestSupport
import Testing

@Suite("Secrets in memory", .serialized)
struct MemoryTests {
    @Test("after the reply no password is left anywhere in the daemon's memory")
    func wiped() async throws {
        let stage = try await Stage()
        let secrets = ["Trace-Of-Reset-41", "Trace-Of-Refused-Too-Long-41", "Trace-Of-New-41", "Trace-Of-Wrong-41"]
        try stage.reset("alice", to: secrets[0])
        try stage.change("alice", from: secrets[3], to: secrets[2])
        try stage.change("alice", from: secrets[0], to: secrets[2])
        try stage.reset("mallory", to: secrets[1])
        try stage.ask("status", "alice")
        let memory = try ProcessMemory(of: stage.daemon.pid)
        #expect(memory.contains("WRITEBACK_CORRELATION_ID"), "the search itself works")
        for secret in secrets { #expect(!memory.contains(secret), "\(secret)") }
    }

    @Test("the daemon cannot be dumped")
    func noDump() async throws {
        let stage = try await Stage()
        // An undumpable process's files belong to root, whoever runs it; its core filter matters no more.
        let limits = ProcFile.text("/proc/\(stage.daemon.pid)/status")
        #expect(limits.contains("VmLck:"))
        let locked = limits.split(separator: "\n").first { $0.hasPrefix("VmLck:") }
        #expect(locked?.contains(" 0 kB") == false)
    }
}

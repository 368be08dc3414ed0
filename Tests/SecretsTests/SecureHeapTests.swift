import Foundation
import Secrets
import Testing

/// Where secrets lie, and that nothing of them stays.
///
/// Each test has a process of its own: the heap is one for the process, and other tests use it at the same time.
struct SecureHeapTests {
    @Test func `the heap takes back what a secret used, at its end`() async {
        await #expect(processExitsWith: .success) {
            try SecureHeap.prepare()
            let before = SecureHeap.bytesInUse
            do {
                let secret = try Secret(utf8: String(repeating: "s", count: 1000))
                #expect(SecureHeap.bytesInUse >= before + secret.count)
                let second = try secret.duplicate()
                #expect(SecureHeap.bytesInUse >= before + secret.count + second.count)
            }
            #expect(SecureHeap.bytesInUse == before)
        }
    }

    @Test func `a shared secret ends with its last reader`() async {
        await #expect(processExitsWith: .success) {
            let before = SecureHeap.bytesInUse
            var readers = Array(repeating: SharedSecret(try Secret(utf8: "shared")), count: 3)
            readers.removeLast(2)
            #expect(SecureHeap.bytesInUse > before)
            readers.removeLast()
            #expect(SecureHeap.bytesInUse == before)
        }
    }

    @Test func `the bytes are wiped where they lay`() async {
        await #expect(processExitsWith: .success) {
            let address: UnsafeRawPointer
            do {
                let secret = try Secret(utf8: String(repeating: "S", count: 200))
                address = try #require(secret.withUnsafeBytes { $0.baseAddress })
                #expect(UnsafeRawBufferPointer(start: address, count: 200).allSatisfy { $0 == UInt8(ascii: "S") })
            }
            // The heap stays mapped. Its own list of free pieces lies in the first bytes.
            let left = UnsafeRawBufferPointer(start: address, count: 200).filter { $0 == UInt8(ascii: "S") }
            #expect(left.isEmpty)
        }
    }

    @Test func `a secret that does not fit is refused, and the heap goes on`() async {
        await #expect(processExitsWith: .success) {
            let size = SecureHeap.size + 1
            #expect(throws: SecretError.heapFull(bytes: size)) { _ = try Secret(capacity: size) { _ in 0 } }
            let isWhole = try Secret(utf8: "still works").count == 11
            #expect(isWhole)
        }
    }

    @Test func `a full heap refuses the next secret, and has room again when one ends`() async {
        await #expect(processExitsWith: .success) {
            let piece = 16 * 1024
            var held: [SharedSecret] = []
            #expect(throws: SecretError.heapFull(bytes: piece)) {
                while held.count <= SecureHeap.size / piece {
                    held.append(SharedSecret(try Secret(capacity: piece) { $0.count }))
                }
            }
            #expect(held.count >= 48)
            held.removeLast()
            held.append(SharedSecret(try Secret(capacity: piece) { $0.count }))
        }
    }

    @Test func `secrets lie in memory that is locked and not dumped`() async {
        await #expect(processExitsWith: .success) {
            let secret = try Secret(utf8: "where am I?")
            let address = UInt(bitPattern: secret.withUnsafeBytes { $0.baseAddress })
            let flags = try #require(try MemoryRegion.flags(at: address))
            #expect(flags.contains("lo"), "not locked: \(flags)")
            #expect(flags.contains("dd"), "would be dumped: \(flags)")
        }
    }

    @Test func `guard pages stand on both sides of the heap`() async {
        await #expect(processExitsWith: .success) {
            let secret = try Secret(utf8: "fenced")
            let address = UInt(bitPattern: secret.withUnsafeBytes { $0.baseAddress })
            let regions = try MemoryRegion.all()
            let heap = try #require(regions.first { $0.range.contains(address) })
            let before = try #require(regions.first { $0.range.upperBound == heap.range.lowerBound })
            let after = try #require(regions.first { $0.range.lowerBound == heap.range.upperBound })
            #expect([before.permissions, heap.permissions, after.permissions] == ["---p", "rw-p", "---p"])
        }
    }

    @Test func `core dumps of the process can be denied`() async {
        await #expect(processExitsWith: .success) {
            // prctl(2) is variadic and does not import; 3 is PR_GET_DUMPABLE.
            typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
            let control = unsafeBitCast(try #require(dlsym(nil, "prctl")), to: Control.self)
            #expect(control(3, 0, 0, 0, 0) == 1)
            #expect(CoreDumps.deny())
            #expect(control(3, 0, 0, 0, 0) == 0)
        }
    }
}

import Foundation
import TestSupport

/// A text that is looked for in the memory of the process that runs the tests (proc(5), /proc/self/mem).
///
/// Its own bytes and those of the window through which memory is seen are left out; whoever makes other copies wipes them.
final class OwnMemory: @unchecked Sendable {
    // Unchecked: written once in `init`; the window is used by one test from one place at a time.
    private let marker = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 16)
    private let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)

    /// Makes up a text that is nowhere in memory yet.
    init() {
        for index in marker.indices { marker[index] = UInt8.random(in: 0x61...0x7a) }
        marker[0] = 0xf7  // Rare, for the sake of a quick search.
    }

    deinit {
        marker.deallocate()
        window.deallocate()
    }

    /// Calls `body` with `head` and the text in one array, and wipes that afterwards.
    @discardableResult
    func withBytes<Result>(
        _ head: String, tail: String = "", _ body: ([UInt8]) throws -> Result
    ) rethrows -> Result {
        var bytes = [UInt8]()
        bytes.reserveCapacity(head.utf8.count + marker.count + tail.utf8.count)
        bytes.append(contentsOf: head.utf8)
        for byte in marker { bytes.append(byte) }
        bytes.append(contentsOf: tail.utf8)
        defer { for index in bytes.indices { bytes[index] = 0 } }
        return try body(bytes)
    }

    /// How long the text is.
    var count: Int { marker.count }

    /// Whether the text is anywhere in writable memory, in use or freed.
    func containsText() throws -> Bool {
        let file = open("/proc/self/mem", O_RDONLY)
        guard file >= 0 else { throw TestFailure("/proc/self/mem cannot be read") }
        defer { close(file) }
        let maps = ProcFile.text("/proc/self/maps")
        return maps.split(separator: "\n").contains { line in
            let fields = line.split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            return fields[1].hasPrefix("rw") && ends.count == 2 && isText(in: ends[0]..<ends[1], of: file)
        }
    }

    private func isText(in region: Range<Int>, of file: Int32) -> Bool {
        var start = region.lowerBound
        while start < region.upperBound {
            let count = pread(file, window.baseAddress, min(window.count, region.upperBound - start), off_t(start))
            guard count > 0 else {
                start += 4096  // A page that was unmapped since the map was read.
                continue
            }
            if isText(inFirst: count, from: start) { return true }
            start += count < window.count ? count : count - marker.count
        }
        return false
    }

    private func isText(inFirst count: Int, from start: Int) -> Bool {
        guard let base = window.baseAddress, let own = marker.baseAddress else { return false }
        var offset = 0
        while let hit = memchr(base + offset, Int32(marker[0]), count - offset) {
            offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
            guard offset - 1 + marker.count <= count, memcmp(hit, own, marker.count) == 0 else { continue }
            let address = start + offset - 1
            let isOurs = [marker, window].contains { area in
                let first = Int(bitPattern: area.baseAddress)
                return (first..<(first + area.count)).contains(address)
            }
            if !isOurs { return true }
        }
        return false
    }
}

import Foundation

/// One mapping of this process, as the kernel tells of it (proc(5), /proc/pid/smaps).
struct MemoryRegion {
    let range: Range<UInt>
    let permissions: String
    let flags: [String]

    /// The kernel's flags of the region that an address lies in, such as `lo` for locked.
    static func flags(at address: UInt) throws -> [String]? {
        try all().first { $0.range.contains(address) }?.flags
    }

    static func all() throws -> [MemoryRegion] {
        var regions: [MemoryRegion] = []
        var head: (range: Range<UInt>, permissions: String)?
        for line in try String(contentsOfFile: "/proc/self/smaps", encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if let range = range(words[0]) {
                head = (range, words[1])
            } else if words[0] == "VmFlags:", let (range, permissions) = head {
                regions.append(MemoryRegion(range: range, permissions: permissions, flags: Array(words.dropFirst())))
            }
        }
        return regions
    }

    private static func range(_ word: String) -> Range<UInt>? {
        let ends = word.split(separator: "-").compactMap { UInt($0, radix: 16) }
        return ends.count == 2 ? ends[0]..<ends[1] : nil
    }
}

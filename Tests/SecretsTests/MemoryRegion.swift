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
        for line in try text().split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if let range = range(words[0]) {
                head = (range, words[1])
            } else if words[0] == "VmFlags:", let (range, permissions) = head {
                regions.append(MemoryRegion(range: range, permissions: permissions, flags: Array(words.dropFirst())))
            }
        }
        return regions
    }

    /// Read to its end piece by piece: the kernel gives one page at a time, whatever is asked for.
    private static func text() throws -> String {
        let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/smaps"))
        var content = Data()
        while let piece = try file.read(upToCount: 4096), !piece.isEmpty { content += piece }
        return String(decoding: content, as: UTF8.self)
    }

    private static func range(_ word: String) -> Range<UInt>? {
        let ends = word.split(separator: "-").compactMap { UInt($0, radix: 16) }
        return ends.count == 2 ? ends[0]..<ends[1] : nil
    }
}

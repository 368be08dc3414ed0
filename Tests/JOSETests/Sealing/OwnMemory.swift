import Foundation

/// The writable memory of this process (proc(5), /proc/self/maps), to be searched for what should not be there.
enum OwnMemory {
    /// The names of the mappings that hold `bytes`, without the one that `bytes` themselves lie in.
    static func mappings(holding bytes: UnsafeRawBufferPointer) throws -> [String] {
        guard let start = bytes.baseAddress else { return [] }
        return try regions().filter { region in
            !region.range.contains(UInt(bitPattern: start)) && holds(region.range, bytes)
        }.map(\.name)
    }

    /// Memory is read where it lies, since a copy of it would be found in its turn.
    private static func holds(_ memory: Range<UInt>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let needle = bytes.baseAddress else { return false }
        var place = memory.lowerBound
        while place + UInt(bytes.count) <= memory.upperBound {
            let rest = Int(memory.upperBound - place) - bytes.count + 1
            guard let start = UnsafeRawPointer(bitPattern: place), let found = memchr(start, Int32(bytes[0]), rest)
            else {
                return false
            }
            if memcmp(found, needle, bytes.count) == 0 { return true }
            place = UInt(bitPattern: found) + 1
        }
        return false
    }

    private static func regions() throws -> [(range: Range<UInt>, name: String)] {
        let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/maps"))
        var content = Data()
        while let piece = try file.read(upToCount: 4096), !piece.isEmpty { content += piece }
        return String(decoding: content, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 5).map(String.init)
            let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard words[1].hasPrefix("rw"), ends.count == 2 else { return nil }
            return (ends[0]..<ends[1], words.count > 5 ? words[5].trimmingCharacters(in: .whitespaces) : "anonymous")
        }
    }
}

internal import Foundation

/// The writable memory of a running process, to be searched for what should not be there (proc(5), /proc/PID/mem).
public struct ProcessMemory {
    private var regions: [Data] = []

    /// Copies it; needs root.
    public init(of pid: Int32) throws {
        let maps = ProcFile.text("/proc/\(pid)/maps")
        guard let memory = FileHandle(forReadingAtPath: "/proc/\(pid)/mem") else {
            throw TestFailure("/proc/\(pid)/mem cannot be read")
        }
        for line in maps.split(separator: "\n") where line.split(separator: " ")[1].hasPrefix("rw") {
            let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard ends.count == 2, (try? memory.seek(toOffset: ends[0])) != nil else { continue }
            regions.append((try? memory.read(upToCount: Int(ends[1] - ends[0]))) ?? Data())
        }
    }

    /// Whether the bytes of `text` are anywhere in it.
    public func contains(_ text: String) -> Bool {
        regions.contains { $0.range(of: Data(text.utf8)) != nil }
    }
}

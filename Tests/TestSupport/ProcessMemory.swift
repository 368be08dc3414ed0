public import Foundation

/// The writable memory of a running process, to be searched for what should not be there (proc(5), /proc/PID/mem).
public struct ProcessMemory {
    private var regions: [(isLocked: Bool, bytes: Data)] = []

    /// Copies it; needs root.
    public init(of pid: Int32) throws {
        guard let memory = FileHandle(forReadingAtPath: "/proc/\(pid)/mem") else {
            throw TestFailure("/proc/\(pid)/mem cannot be read")
        }
        var ends: [UInt64] = []
        for line in ProcFile.text("/proc/\(pid)/smaps").split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count > 1, words[1].hasPrefix("rw"), words[1].count == 4 {
                ends = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            } else if words[0] == "VmFlags:", ends.count == 2 {
                defer { ends = [] }
                guard (try? memory.seek(toOffset: ends[0])) != nil else { continue }
                let bytes = (try? memory.read(upToCount: Int(ends[1] - ends[0]))) ?? Data()
                regions.append((words.contains("lo"), bytes))
            }
        }
    }

    /// Whether the bytes of `text` are anywhere in it.
    public func contains(_ text: String) -> Bool {
        regions.contains { $0.bytes.range(of: Data(text.utf8)) != nil }
    }

    /// Where `bytes` are in it, by whether the memory there is locked, so that it is neither swapped out nor dumped.
    public func places(of bytes: Data) -> (locked: Int, other: Int) {
        let found = regions.filter { $0.bytes.range(of: bytes) != nil }
        return (found.count(where: \.isLocked), found.count { !$0.isLocked })
    }
}

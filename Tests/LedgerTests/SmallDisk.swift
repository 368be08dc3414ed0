import Foundation
import TestSupport

/// A file system of a few megabytes, for those who are root.
final class SmallDisk: Sendable {
    static let isPossible = getuid() == 0 && (try? SmallDisk(megabytes: 1)) != nil

    let path: String

    init(megabytes: Int) throws {
        path = NSTemporaryDirectory() + "/writebackd-disk-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw TestFailure("mount: \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    func setReadOnly(_ isReadOnly: Bool) -> Bool {
        mount("none", path, nil, UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0), nil) == 0
    }

    /// Fills it up to `left` bytes.
    func fill(leaving left: Int) throws {
        try free()
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw TestFailure("statvfs") }
        let descriptor = open(path + "/ballast", O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let size = Int(status.f_bavail) * Int(status.f_frsize) - left
        guard posix_fallocate(descriptor, 0, size) == 0 else { throw TestFailure("fallocate \(size)") }
    }

    func free() throws {
        unlink(path + "/ballast")
    }
}

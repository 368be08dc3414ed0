internal import Foundation

/// A small file system of its own that a test can fill or make read-only; it lives as long as this object, and needs root.
public final class Tmpfs: Sendable {
    /// Where it is mounted.
    public let path: String
    private var ballast: String { path + "/ballast" }

    /// Mounts one of so many MiB.
    public init(mebibytes: Int) async throws {
        path = "\(Repository.temporary)/tmpfs-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let options = "size=\(mebibytes)m,mode=700"
        try await Command.run("/bin/mount", ["-t", "tmpfs", "-o", options, "writebackd-test", path])
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Leaves at most `room` bytes.
    public func fill(leaving room: Int = 0) throws {
        let descriptor = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        var status = statvfs()
        fstatvfs(descriptor, &status)
        var present = stat()
        fstat(descriptor, &present)
        let free = Int(status.f_bavail) * Int(status.f_frsize) - room
        guard posix_fallocate(descriptor, present.st_size, max(1, free)) == 0 else {
            throw TestFailure("\(path) could not be filled")
        }
    }

    /// Gives back all the room that ``fill(leaving:)`` took.
    public func empty() {
        unlink(ballast)
    }

    /// Lets nobody write into it, or lets them again.
    public func setReadOnly(_ isReadOnly: Bool) async throws {
        try await Command.run("/bin/mount", ["-o", "remount,\(isReadOnly ? "ro" : "rw")", path])
    }
}

internal import Glibc

extension KeyFolder {
    /// The name under which a new key file grows; it takes the place of the old one only when it is whole and on disk.
    var newName: String { ".\(name).new" }

    /// Puts `text` in the key file's place; a crash leaves the old one or the new one, and nothing in between.
    ///
    /// - Parameter owner: To whom the file is to belong; nil for the process, with mode 0600.
    /// - Throws: ``AgentKeyError/notDurable(path:code:)`` when it is in its place but perhaps not on disk; after any other
    ///   the file is as it was.
    borrowing func replace(with text: UnsafeRawBufferPointer, owner: KeyFileOwner?) throws(AgentKeyError) {
        try write(text, owner: owner)
        guard renameat(descriptor, newName, descriptor, name) == 0 else {
            let failure = failure("renaming")
            unlinkat(descriptor, newName, 0)
            throw failure
        }
        guard fsync(descriptor) == 0 else { throw .notDurable(path: path, code: errno) }
    }

    /// Writes the new file beside the old one, to the disk.
    borrowing func write(_ text: UnsafeRawBufferPointer, owner: KeyFileOwner?) throws(AgentKeyError) {
        // What a crash left behind: private keys that nobody knows of.
        unlinkat(descriptor, newName, 0)
        let file = openat(descriptor, newName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure("writing") }
        defer { close(file) }
        do throws(AgentKeyError) {
            try give(file, to: owner)
            try write(text, to: file)
            guard fsync(file) == 0 else { throw failure("writing to disk") }
        } catch {
            unlinkat(descriptor, newName, 0)
            throw error
        }
    }

    private borrowing func give(_ file: Int32, to owner: KeyFileOwner?) throws(AgentKeyError) {
        guard let owner else { return }
        if geteuid() == 0, fchown(file, owner.user, owner.group) != 0 { throw failure("giving it to its owner") }
        guard fchmod(file, owner.mode) == 0 else { throw failure("setting its mode") }
    }

    private borrowing func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(AgentKeyError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno != EINTR { throw failure("writing") }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}

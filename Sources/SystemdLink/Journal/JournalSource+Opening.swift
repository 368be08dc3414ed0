internal import CSystemd

extension JournalSource {
    /// Opens the files; the caller closes the handle with sd_journal_close(3).
    func open() throws(JournalReadError) -> OpaquePointer {
        var handle: OpaquePointer?
        let result =
            switch self {
            case .system: sd_journal_open(&handle, Int32(SD_JOURNAL_LOCAL_ONLY))
            case .namespace(let name):
                sd_journal_open_namespace(&handle, name, Int32(SD_JOURNAL_LOCAL_ONLY))
            case .directory(let path): sd_journal_open_directory(&handle, path, 0)
            }
        guard result >= 0, let handle else { throw .failed("opening \(self)", result) }
        return handle
    }
}

internal import CSystemd
internal import Glibc

/// Reads a journal entry by entry, oldest first (sd-journal(3)).
///
/// A file that the user may not read is an error, and not left out: who holds records against the journal must not take
/// what he cannot see for missing. A value that a damaged file cannot give any more is left out of its entry.
public struct JournalReader: ~Copyable {
    private let handle: OpaquePointer

    /// Opens `source`.
    ///
    /// - Parameter matches: What an entry must have, all of it; of one field, one of the values (sd_journal_add_match(3)).
    /// - Throws: ``JournalReadError``.
    public init(_ source: JournalSource, matching matches: [JournalMatch] = []) throws(JournalReadError) {
        try source.checkReadable()
        let handle = try source.open()
        do throws(JournalReadError) {
            try Self.prepare(handle, matches)
        } catch {
            sd_journal_close(handle)
            throw error
        }
        self.handle = handle
    }

    /// The next entry; nil at the end. An entry that comes later may be found by another call.
    ///
    /// - Throws: ``JournalReadError/system(call:code:)``.
    public mutating func next() throws(JournalReadError) -> StoredEntry? {
        let result = sd_journal_next(handle)
        guard result >= 0 else { throw .failed("sd_journal_next", result) }
        guard result > 0 else { return nil }
        return StoredEntry(fields: fields(), realtime: try realtime(), cursor: try cursor())
    }

    /// The cursor of the newest entry that matches, nil where there is none; the next entry is then the oldest again.
    ///
    /// - Throws: ``JournalReadError/system(call:code:)``.
    public mutating func newestCursor() throws(JournalReadError) -> String? {
        var result = sd_journal_seek_tail(handle)
        guard result >= 0 else { throw .failed("sd_journal_seek_tail", result) }
        let found = sd_journal_previous(handle)
        guard found >= 0 else { throw .failed("sd_journal_previous", found) }
        let cursor = found > 0 ? try cursor() : nil
        result = sd_journal_seek_head(handle)
        guard result >= 0 else { throw .failed("sd_journal_seek_head", result) }
        return cursor
    }

    private static func prepare(_ handle: OpaquePointer, _ matches: [JournalMatch]) throws(JournalReadError) {
        // Zero is no limit; the default would cut a long value and make an honest entry look altered.
        var result = sd_journal_set_data_threshold(handle, 0)
        guard result >= 0 else { throw .failed("sd_journal_set_data_threshold", result) }
        for match in matches {
            let bytes = match.bytes
            result = sd_journal_add_match(handle, bytes, bytes.count)
            guard result >= 0 else { throw .failed("sd_journal_add_match", result) }
        }
        result = sd_journal_seek_head(handle)
        guard result >= 0 else { throw .failed("sd_journal_seek_head", result) }
    }

    private func fields() -> [StoredField] {
        var fields: [StoredField] = []
        fields.reserveCapacity(48)
        var data: UnsafeRawPointer?
        var size = 0
        sd_journal_restart_data(handle)
        while sd_journal_enumerate_available_data(handle, &data, &size) > 0 {
            if let field = StoredField(UnsafeRawBufferPointer(start: data, count: size)) { fields.append(field) }
        }
        return fields
    }

    private func realtime() throws(JournalReadError) -> UInt64 {
        var time: UInt64 = 0
        let result = sd_journal_get_realtime_usec(handle, &time)
        guard result >= 0 else { throw .failed("sd_journal_get_realtime_usec", result) }
        return time
    }

    private func cursor() throws(JournalReadError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        let result = sd_journal_get_cursor(handle, &text)
        guard result >= 0, let text else { throw .failed("sd_journal_get_cursor", result) }
        defer { free(text) }
        return String(cString: text)
    }

    deinit {
        sd_journal_close(handle)
    }
}

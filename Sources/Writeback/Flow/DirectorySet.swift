public import Directories
internal import Requests

/// The configured directories.
public struct DirectorySet: Sendable {
    /// Each by its configured name, in the order of the names.
    public let directories: [Directory]

    /// The set of these directories.
    public init(_ directories: [Directory]) {
        self.directories = directories
    }

    /// The directory that a request names, or the only one when it names none.
    ///
    /// - Throws: ``Refusal/unknownDirectory`` or ``Refusal/directoryRequired``.
    func directory(named name: String?) throws(Refusal) -> Directory {
        guard let name else {
            guard directories.count == 1, let only = directories.first else { throw .directoryRequired }
            return only
        }
        guard let named = directories.first(where: { $0.settings.name == name }) else { throw .unknownDirectory }
        return named
    }
}

internal import AccountPolicy
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

    /// The directory of this configured name.
    ///
    /// - Throws: ``Refusal/unknownDirectory``.
    func directory(named name: String) throws(Refusal) -> Directory {
        guard let named = directories.first(where: { $0.settings.name == name }) else { throw .unknownDirectory }
        return named
    }

    /// The directory that an account is in: the one that is named, or else the only one that knows the account.
    ///
    /// All of them are asked: while one of several does not answer, nobody can say that the account is in one only.
    ///
    /// - Throws: ``Refusal/unknownDirectory``, ``Refusal/accountNotFound``, ``Refusal/accountAmbiguous``, or why one of
    ///   the directories could not be asked.
    func directory(
        of account: AccountReference, named name: String?, deadline: ContinuousClock.Instant
    ) async throws(Refusal) -> Directory {
        if let name { return try directory(named: name) }
        if directories.count == 1 { return directories[0] }
        var found: [Directory] = []
        for directory in directories where try await directory.knows(account, deadline: deadline) {
            found.append(directory)
        }
        guard found.count <= 1 else { throw .accountAmbiguous }
        guard let only = found.first else { throw .accountNotFound }
        return only
    }
}

extension Directory {
    /// Whether the account is in this directory.
    fileprivate func knows(
        _ account: AccountReference, deadline: ContinuousClock.Instant
    ) async throws(Refusal) -> Bool {
        let session = try await session(deadline: deadline)
        do throws(Refusal) {
            _ = try await session.find(account)
            return true
        } catch .accountNotFound {
            return false
        }
    }
}

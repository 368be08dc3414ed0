public import Requests
internal import Synchronization

/// Where the monitor notes how each directory is, and the health report reads it.
public final class HealthBoard: Sendable {
    private let directories = Mutex<[String: DirectoryHealth]>([:])

    /// Nothing known yet.
    public init() {}

    func health(of directory: String) -> DirectoryHealth? {
        directories.withLock { $0[directory] }
    }

    /// Notes what was found; true when it differs from what was known.
    public func note(_ directory: String, failure: Refusal?) -> Bool {
        directories.withLock { directories in
            let known = directories[directory]
            let isNews = known?.isUp != (failure == nil)
            directories[directory] = DirectoryHealth(
                isUp: failure == nil, reason: failure?.description, since: isNews ? .now : known?.since ?? .now)
            return isNews
        }
    }
}

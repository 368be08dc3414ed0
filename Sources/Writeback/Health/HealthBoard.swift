public import Directories
public import Requests
internal import Synchronization

/// Where the monitor notes how each directory is, and the health report reads it.
public final class HealthBoard: Sendable {
    private let directories = Mutex<[String: DirectoryHealth]>([:])
    private let servers = Mutex<[String: [String: DirectoryServer]]>([:])

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
                isUp: failure == nil, code: failure?.entry.code, reason: failure?.description,
                since: isNews ? .now : known?.since ?? .now)
            return isNews
        }
    }

    /// Notes what is known of a directory's servers, and answers what of it is news.
    ///
    /// A server that is down is no news beside a directory that is, so one without others is told only when it is left
    /// alone for what it is. One that nobody has spoken to yet, as after a reload, changes nothing.
    public func note(_ directory: String, servers present: [DirectoryServer]) -> [ServerNews] {
        servers.withLock { servers in
            var known = servers[directory] ?? [:]
            var news: [ServerNews] = []
            for server in present where server.status != .untried || server.product != nil {
                news += ServerNews.all(of: server, after: known[server.url], isOnly: present.count == 1)
                known[server.url] = server.product == nil ? server.with(productOf: known[server.url]) : server
            }
            servers[directory] = known
            return news
        }
    }
}

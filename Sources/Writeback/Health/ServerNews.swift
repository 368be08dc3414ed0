public import Directories

/// What an administrator is told of one server of a directory when it changes.
public enum ServerNews: Sendable, Equatable {
    /// It said what it is, for the first time or otherwise than before.
    case recognised(DirectoryServer)
    /// It is not used for a while.
    case avoided(DirectoryServer)
    /// It is used again.
    case returned(DirectoryServer)

    static func all(of server: DirectoryServer, after known: DirectoryServer?, isOnly: Bool) -> [ServerNews] {
        var news: [ServerNews] = []
        if let product = server.product, product != known?.product { news.append(.recognised(server)) }
        let wasAvoided = known.map { $0.isAvoided && !(isOnly && $0.isMerelyAway) } ?? false
        let isAvoided = server.isAvoided && !(isOnly && server.isMerelyAway)
        if isAvoided, !wasAvoided { news.append(.avoided(server)) }
        if wasAvoided, !server.isAvoided { news.append(.returned(server)) }
        return news
    }
}

extension DirectoryServer {
    /// Whether it is left alone only because it does not answer, or has not for long.
    fileprivate var isMerelyAway: Bool { status == .down || status == .returning }
}

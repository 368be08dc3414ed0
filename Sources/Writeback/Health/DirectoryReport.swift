internal import Directories
internal import JSON
internal import Requests

/// What the health document says of one directory.
struct DirectoryReport {
    let document: JSONValue

    /// The report on a directory that was found to be in `health`, or was not asked yet.
    init(_ directory: Directory, _ health: DirectoryHealth?) {
        let description = directory.description
        let servers = directory.servers.map(Self.server)
        document = .members([
            "name": .string(directory.settings.name),
            "status": .string(health.map { $0.isUp ? "up" : "down" } ?? "unknown"),
            "code": (health?.code).map { .string($0) },
            "reason": (health?.reason).map { .string($0) },
            "since": (health?.since).map { .string("\($0)") },
            "kind": (description?.kind).map { .string($0) },
            "product": (description?.product).map { .string($0) },
            "limits": .array((description?.limits ?? []).map(\.document)),
            "servers": .array(servers),
            "servers_fault": directory.serverListFault.map { .string($0) },
            "rotation_open": directory.hasOpenRotation ? true : nil,
        ])
    }

    private static func server(_ server: DirectoryServer) -> JSONValue {
        .members([
            "server": .string(server.url),
            "status": .string(server.status.rawValue),
            "since": .string("\(server.since)"),
            "reason": server.reason.map { .string($0) },
            "product": server.product.map { .string($0) },
        ])
    }
}

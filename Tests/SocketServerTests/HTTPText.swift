/// Requests as they go over the wire.
enum HTTPText {
    static let health = "GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n"
    static let policy = "GET /v1/policy HTTP/1.1\r\nHost: x\r\n\r\n"

    static func post(_ body: String, type: String? = "application/json", fields: String = "") -> String {
        let type = type.map { "Content-Type: \($0)\r\n" } ?? ""
        return
            "POST /v1/requests HTTP/1.1\r\nHost: x\r\n\(type)\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    static func get(_ path: String, fields: [String] = []) -> String {
        "GET \(path) HTTP/1.1\r\nHost: x\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    }
}

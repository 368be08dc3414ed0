/// Puts a reply together from the pieces it arrives in.
struct HTTPReplyReader {
    /// Bytes of a status line with its header fields.
    static let headLimit = 16 * 1024
    /// Bytes of a body.
    static let bodyLimit = 1024 * 1024

    private static let headEnd = Array("\r\n\r\n".utf8)

    private var bytes: [UInt8] = []
    private var head: HTTPReplyHead?

    /// Whether nothing has arrived yet.
    var isEmpty: Bool { bytes.isEmpty && head == nil }

    /// Takes in the next piece; answers the reply once it is complete.
    mutating func read(_ piece: [UInt8]) throws(AskError) -> HTTPReply? {
        bytes += piece
        if head == nil { try readHead() }
        guard let head, bytes.count >= head.contentLength else { return nil }
        return HTTPReply(status: head.status, body: Array(bytes.prefix(head.contentLength)))
    }

    private mutating func readHead() throws(AskError) {
        guard let end = bytes.firstRange(of: Self.headEnd) else {
            guard bytes.count <= Self.headLimit else { throw .replyTooLarge(limit: Self.headLimit) }
            return
        }
        let head = try HTTPReplyHead(parsing: String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
        guard head.contentLength <= Self.bodyLimit else { throw .replyTooLarge(limit: Self.bodyLimit) }
        bytes.removeFirst(end.upperBound)
        self.head = head
    }
}

/// The parts of a reply's status line and header fields that this client needs (RFC 9112 sections 4 and 6).
struct HTTPReplyHead: Equatable {
    let status: Int
    let contentLength: Int

    /// Reads everything before the empty line.
    init(parsing text: String) throws(AskError) {
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        status = try Self.status(in: lines.popFirst() ?? "")
        var length: Int?
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw .malformedReply("a header field has no colon") }
            let value = line[line.index(after: colon)...].trimmingPrefix { $0 == " " || $0 == "\t" }
            switch line[..<colon].lowercased() {
            case "content-length": length = try Self.length(value, after: length)
            case "transfer-encoding": throw .malformedReply("it has a Transfer-Encoding")
            default: continue
            }
        }
        guard let length else { throw .malformedReply("it has no Content-Length") }
        contentLength = length
    }

    private static func status(in line: Substring) throws(AskError) -> Int {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "HTTP/1.1", parts[1].utf8.count == 3, let status = Int(parts[1]),
            status >= 200
        else { throw .malformedReply("it is not HTTP/1.1") }
        return status
    }

    private static func length(_ value: Substring, after other: Int?) throws(AskError) -> Int {
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        let rest = value.dropFirst(digits.count)
        guard other == nil, rest.allSatisfy({ $0 == " " || $0 == "\t" }), let length = Int(digits) else {
            throw .malformedReply("its Content-Length is not one number")
        }
        return length
    }
}

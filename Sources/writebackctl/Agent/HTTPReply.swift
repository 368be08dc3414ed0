/// One complete reply of the agent.
struct HTTPReply: Equatable {
    /// The status code (RFC 9110 section 15).
    let status: Int
    /// The content, as its Content-Length bounds it.
    let body: [UInt8]
}

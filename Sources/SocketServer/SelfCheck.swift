internal import NIOCore
internal import NIOPosix

/// Asks the agent's own socket for its health, the way a caller would: what answers this can answer callers.
public enum SelfCheck {
    /// Whether an HTTP reply, of whatever status, comes back within `limit`.
    public static func isAnswered(socketPath: String, within limit: Duration) async -> Bool {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(limit))
                .connect(unixDomainSocketPath: socketPath) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            let cut = channel.channel.eventLoop.scheduleTask(in: TimeAmount(limit)) {
                channel.channel.close(promise: nil)
            }
            defer { cut.cancel() }
            return try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: question))
                for try await reply in inbound { return reply.readableBytesView.starts(with: "HTTP/1.1 ".utf8) }
                return false
            }
        } catch {
            return false
        }
    }

    private static let question = "GET /v1/health HTTP/1.1\r\nHost: writebackd\r\nConnection: close\r\n\r\n"
}

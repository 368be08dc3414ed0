internal import NIOCore

/// Tells the gate of arriving bytes, before they are decoded, and wipes what the decoder has done with.
final class ByteHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private let gate: ConnectionGate

    init(gate: ConnectionGate) {
        self.gate = gate
    }

    /// Hands on a copy, of which the decoder alone may keep a part: the network's own buffer is wiped at once.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let received = unwrapInboundIn(data)
        defer { received.wipe() }
        guard !gate.isClosing, gate.takesBytes(received.readableBytesView) else { return }
        var copy = context.channel.allocator.buffer(buffer: received)
        context.fireChannelRead(wrapInboundOut(copy))
        // Shared means that the decoder waits for the rest of a head; it will not decode any more once the gate closes.
        if gate.isClosing { copy.wipe() } else { copy.modifyIfUniquelyOwned { $0.wipe() } }
    }

    /// Reads nothing more of a client whose connection is being closed, however much it sends.
    func read(context: ChannelHandlerContext) {
        if !gate.isClosing { context.read() }
    }
}

internal import NIOCore

/// Tells the gate of arriving bytes, before they are decoded.
final class ByteHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let gate: ConnectionGate

    init(gate: ConnectionGate) {
        self.gate = gate
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !gate.isClosing else { return }
        gate.bytesArrived()
        context.fireChannelRead(data)
    }
}

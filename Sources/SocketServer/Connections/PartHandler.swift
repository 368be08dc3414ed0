internal import NIOCore
internal import NIOHTTP1
internal import Requests

/// Tells the gate of decoded requests and written replies, and stops those that are not to be handled.
final class PartHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart

    private let gate: ConnectionGate
    private let registry: ConnectionRegistry

    init(gate: ConnectionGate, registry: ConnectionRegistry) {
        self.gate = gate
        self.registry = registry
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !gate.isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let refusal = gate.headArrived(head) { return gate.reject(refusal) }
        case .body: break
        case .end: gate.endArrived()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { gate.replyWritten() }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case HTTPParserError.headerOverflow = error {
            gate.reject(.headersTooLarge(bytes: SocketLimits.headerBytes, fields: SocketLimits.headerFields))
        } else if case HTTPParserError.invalidVersion = error {
            gate.reject(.httpVersion)
        } else if error is HTTPParserError {
            gate.reject(.malformedHTTP)
        } else {
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        gate.ended()
        registry.remove(gate)
        context.fireChannelInactive()
    }
}

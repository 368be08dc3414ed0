internal import NIOCore
internal import NIOHTTP1
internal import Requests

/// Tells the gate of decoded requests and written replies, and stops those that are not to be handled or sent.
final class PartHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let gate: ConnectionGate
    private let registry: ConnectionRegistry

    init(gate: ConnectionGate, registry: ConnectionRegistry) {
        self.gate = gate
        self.registry = registry
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard gate.takesHead(head) else { return }
            context.fireChannelRead(data)
        case .body(let part):
            defer { part.wipe() }
            guard let part = gate.bodyArrived(part) else { return }
            context.fireChannelRead(wrapInboundOut(.body(part)))
        case .end:
            guard !gate.isClosing else { return }
            gate.endArrived()
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !gate.hasLastWord else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        context.write(data, promise: promise)
        if case .end = unwrapOutboundIn(data) { gate.replyWritten() }
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

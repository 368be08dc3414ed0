internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import Requests

extension Reply {
    /// The reply's head, for the server's own way of writing.
    var head: HTTPResponse {
        var fields = HTTPFields()
        fields[.contentType] = contentType
        fields[.contentLength] = String(body.utf8.count)
        fields[.cacheControl] = "no-store"
        fields[.retryAfter] = retryAfter.map(String.init)
        fields[.allow] = allow
        return HTTPResponse(status: .init(code: status), headerFields: fields)
    }

    /// Writes the reply on a connection whose request cannot be handled; the caller flushes and closes it.
    ///
    /// Starts behind the decoder, since the parts of the pipeline after it may be in the middle of another request.
    func write(to channel: any Channel) {
        var headers = HTTPHeaders([("connection", "close")])
        for field in head.headerFields { headers.add(name: field.name.rawName, value: field.value) }
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        let context = try? channel.pipeline.syncOperations.context(handlerType: PartHandler.self)
        let body = channel.allocator.buffer(string: body)
        context?.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
        context?.write(NIOAny(HTTPServerResponsePart.body(.byteBuffer(body))), promise: nil)
        context?.write(NIOAny(HTTPServerResponsePart.end(nil)), promise: nil)
    }
}

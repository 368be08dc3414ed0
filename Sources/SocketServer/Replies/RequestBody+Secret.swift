internal import HummingbirdCore
internal import NIOCore
internal import Requests
internal import Secrets

extension RequestBody {
    /// Moves a body of exactly `length` bytes into locked memory, and wipes the buffers it arrived in.
    ///
    /// - Throws: ``Refusal/malformedHTTP`` when the client goes away before its end, or ``Refusal/busy(_:)`` without locked memory.
    func secret(length: Int) async throws -> Secret {
        var parts: [ByteBuffer] = []
        defer { for part in parts { part.wipe() } }
        var size = 0
        for try await part in self {
            parts.append(part)
            size += part.readableBytes
        }
        guard size == length else { throw Refusal.malformedHTTP }
        do {
            return try Secret(capacity: size) { target in
                var offset = 0
                for part in parts {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: target[offset...])
                    part.withUnsafeReadableBytes { rest.copyMemory(from: $0) }
                    offset += part.readableBytes
                }
                return offset
            }
        } catch {
            throw Refusal.busy(.secureMemory)
        }
    }
}

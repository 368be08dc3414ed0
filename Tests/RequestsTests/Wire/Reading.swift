import JSON
import Requests
import Secrets

/// Reads requests the way the flow does, from locked memory.
enum Reading {
    static func request(_ body: RequestBody) throws -> Request {
        try request(body.text)
    }

    static func request(_ text: String) throws -> Request {
        try Request(parsing: try Secret(utf8: text))
    }

    /// What is wrong with a body; nil when nothing is.
    static func malformation(_ body: RequestBody) throws -> Malformation? {
        try malformation(Array(body.text.utf8))
    }

    static func malformation(_ text: String) throws -> Malformation? {
        try malformation(Array(text.utf8))
    }

    /// Throws whatever else than a malformation the reading ends with.
    static func malformation(_ bytes: [UInt8]) throws -> Malformation? {
        let body = try Secret(capacity: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
        do {
            _ = try Request(parsing: body)
            return nil
        } catch Refusal.malformed(let malformation) {
            return malformation
        }
    }

    static func signed(_ body: RequestBody) throws -> SignedRequest {
        try SignedRequest(parsing: try Secret(utf8: body.text))
    }

    /// What is wrong with the payload of a token; nil when nothing is.
    static func malformation(signed text: String) throws -> Malformation? {
        do {
            _ = try SignedRequest(parsing: try Secret(utf8: text))
            return nil
        } catch Refusal.malformed(let malformation) {
            return malformation
        }
    }

    /// The value of a member with `bytes` between its quotes, whatever they are.
    static func malformation(of member: String, holding bytes: [UInt8]) throws -> Malformation? {
        let value = Array(RequestBody.least(.reset).with(member, "\"@\"").text.utf8)
        return try malformation(Array(value.split(separator: UInt8(ascii: "@")).joined(separator: bytes)))
    }
}

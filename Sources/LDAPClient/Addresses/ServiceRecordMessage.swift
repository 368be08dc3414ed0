/// The SRV records in a DNS answer (RFC 1035 section 4.1). Whatever the network sends is read within its bounds.
struct ServiceRecordMessage {
    private static let serviceType: UInt16 = 33
    private static let internetClass: UInt16 = 1
    /// So many bytes has a name at most (RFC 1035 section 2.3.4): labels of one byte each, and as many pointers between.
    private static let longestName = 255
    private static let mostJumps = 128

    private let bytes: [UInt8]
    private var position = 0

    /// The records of the answer section; nil when the message is malformed.
    static func records(in bytes: [UInt8]) -> [ServiceRecord]? {
        var message = ServiceRecordMessage(bytes: bytes)
        return message.records()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func records() -> [ServiceRecord]? {
        guard skip(4), let questions = number(), let answers = number(), skip(4) else { return nil }
        for _ in 0..<questions { guard name() != nil, skip(4) else { return nil } }
        var found: [ServiceRecord] = []
        for _ in 0..<answers {
            guard name() != nil, let type = number(), let kind = number(), skip(4), let length = number() else {
                return nil
            }
            let end = position + Int(length)
            guard end <= bytes.count else { return nil }
            if type == Self.serviceType, kind == Self.internetClass {
                guard let record = record(), position == end else { return nil }
                found.append(record)
            }
            position = end
        }
        return found
    }

    private mutating func record() -> ServiceRecord? {
        guard let priority = number(), let weight = number(), let port = number(), let target = name() else {
            return nil
        }
        return ServiceRecord(priority: priority, weight: weight, port: port, target: target)
    }

    /// A name, with its labels joined by dots. A label with a byte that no host name has makes it malformed, so that a dot
    /// inside a label cannot pass for one between two.
    private mutating func name() -> String? {
        var labels: [String] = []
        var end: Int?
        var (jumps, total) = (0, 1)
        while let length = byte() {
            switch length {
            case 0:
                position = end ?? position
                return labels.joined(separator: ".")
            case 1...63:
                total += 1 + Int(length)
                guard total <= Self.longestName, let label = label(Int(length)) else { return nil }
                labels.append(label)
            case 0xC0...:
                guard let low = byte(), jumps < Self.mostJumps else { return nil }
                jumps += 1
                end = end ?? position
                position = Int(length & 0x3F) << 8 | Int(low)
            default: return nil
            }
        }
        return nil
    }

    private mutating func label(_ length: Int) -> String? {
        guard position + length <= bytes.count else { return nil }
        defer { position += length }
        let label = bytes[position..<position + length]
        guard label.allSatisfy(Self.isHostByte) else { return nil }
        return String(decoding: label, as: UTF8.self)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func number() -> UInt16? {
        guard let high = byte(), let low = byte() else { return nil }
        return UInt16(high) << 8 | UInt16(low)
    }

    private mutating func skip(_ count: Int) -> Bool {
        position += count
        return position <= bytes.count
    }
}

import Testing

@testable import LDAPClient

@Suite("DNS messages with service records")
struct ServiceRecordMessageTests {
    private static let question: [UInt8] = name("_ldap", "_tcp", "x") + [0, 33, 0, 1]

    @Test("a record is read, also when its name is a pointer into the message")
    func wellFormed() {
        let plain = Self.message(answers: [Self.record(target: Self.name("a", "x"))])
        #expect(ServiceRecordMessage.records(in: plain) == [Self.expected("a.x")])
        // The x of the question begins after _ldap and _tcp.
        let compressed = Self.message(answers: [Self.record(target: [1, 0x61, 0xC0, 23])])
        #expect(ServiceRecordMessage.records(in: compressed) == [Self.expected("a.x")])
        #expect(
            ServiceRecordMessage.records(in: Self.message(answers: [Self.record(target: [0])])) == [Self.expected("")])
    }

    @Test("records of other types are passed over")
    func otherTypes() {
        let alias = Self.name("y") + [0, 5, 0, 1, 0, 0, 0, 9, 0, 3] + Self.name("z")
        let message = Self.message(answers: [alias, Self.record(target: Self.name("a", "x"))])
        #expect(ServiceRecordMessage.records(in: message) == [Self.expected("a.x")])
    }

    @Test("a message cut off anywhere is malformed")
    func truncated() {
        let whole = Self.message(answers: [Self.record(target: Self.name("a", "x"))])
        for length in whole.indices { #expect(ServiceRecordMessage.records(in: Array(whole[..<length])) == nil) }
    }

    @Test("pointers in a circle, odd labels and lengths that lie are malformed")
    func malformed() {
        let targets: [[UInt8]] = [
            // To itself; beyond the end; a reserved kind of label.
            [0xC0, 43], [0xFF, 0xFF], [0x80, 0], [0x40, 0],
            // A dot, a NUL and a byte beyond ASCII inside a label.
            [3, 0x61, 0x2E, 0x62, 0], [1, 0, 0], [1, 0xE4, 0],
        ]
        for target in targets {
            #expect(ServiceRecordMessage.records(in: Self.message(answers: [Self.record(target: target)])) == nil)
        }
        let loop = Self.message(answers: [Self.record(target: [1, 0x61, 0xC0, 43])])
        #expect(ServiceRecordMessage.records(in: loop) == nil)
        let long = Self.message(answers: [Self.record(target: Self.name("a") + [0])])
        #expect(ServiceRecordMessage.records(in: long) == nil)
    }

    @Test("a name of more than 255 bytes is malformed, by labels as by pointers")
    func longNames() {
        let label = [63] + [UInt8](repeating: 0x61, count: 63)
        let longest = label + label + label + [61] + [UInt8](repeating: 0x61, count: 61)
        let records = ServiceRecordMessage.records(in: Self.message(answers: [Self.record(target: longest + [0])]))
        #expect(records?.first?.target.utf8.count == 253)
        let tooLong = label + label + label + [62] + [UInt8](repeating: 0x61, count: 62) + [0]
        #expect(ServiceRecordMessage.records(in: Self.message(answers: [Self.record(target: tooLong)])) == nil)
    }

    private static func expected(_ target: String) -> ServiceRecord {
        ServiceRecord(priority: 1, weight: 2, port: 636, target: target)
    }

    private static func name(_ labels: String...) -> [UInt8] {
        labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    /// The target begins at byte 43: after the header (12), the question (17), the pointer, and 12 bytes and 6 of numbers.
    private static func record(target: [UInt8]) -> [UInt8] {
        let length = 6 + target.count
        return [0xC0, 12, 0, 33, 0, 1, 0, 0, 0, 60, UInt8(length >> 8), UInt8(length & 0xFF), 0, 1, 0, 2, 2, 124]
            + target
    }

    private static func message(answers: [[UInt8]]) -> [UInt8] {
        [7, 7, 0x81, 0x80, 0, 1, 0, UInt8(answers.count), 0, 0, 0, 0] + question + answers.flatMap { $0 }
    }
}

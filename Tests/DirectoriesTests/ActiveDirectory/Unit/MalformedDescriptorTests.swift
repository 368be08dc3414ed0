import Testing

@testable import Directories

/// Access lists that lie about their sizes, or are no access lists.
struct MalformedDescriptorTests {
    private let good = DescriptorSample.bytes([
        .init(type: 5, mask: 0x100, object: AccessName.resetPassword, inheritedObject: AccessName.user),
        .init(type: 1, mask: 0x20),
    ])

    @Test func `the sample itself is good`() {
        #expect(SecurityDescriptor(bytes: good)?.entries?.count == 2)
    }

    @Test func `one that is cut off anywhere is refused`() {
        for count in 0..<good.count {
            #expect(SecurityDescriptor(bytes: Array(good.prefix(count))) == nil, "\(count)")
        }
    }

    @Test func `whatever a single byte becomes, it is read within its bounds`() {
        for index in good.indices {
            for value in UInt8.min...UInt8.max {
                var bytes = good
                bytes[index] = value
                _ = SecurityDescriptor(bytes: bytes)?.grants(.resetPassword, to: [.everyone])
            }
        }
    }

    @Test func `random bytes behind a good header are read within their bounds`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let tail = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = SecurityDescriptor(bytes: DescriptorSample.header(control: 0x8004, offset: 20) + [4, 0] + tail)
        }
    }

    @Test(arguments: [1, 19, 21, 1_000, UInt32.max])
    func `an offset that leads nowhere is refused`(offset: UInt32) {
        let bytes = DescriptorSample.header(control: 0x8004, offset: offset) + DescriptorSample.list([])
        #expect(SecurityDescriptor(bytes: bytes) == nil)
    }

    @Test func `a form that is not self-relative, or of another revision, is refused`() {
        #expect(SecurityDescriptor(bytes: DescriptorSample.bytes([], control: 0x0004)) == nil)
        var bytes = DescriptorSample.bytes([])
        bytes[0] = 2
        #expect(SecurityDescriptor(bytes: bytes) == nil)
    }

    @Test func `an identifier with more parts than there can be is refused`() {
        let sixteen = DescriptorSample.sid(5, [UInt32](repeating: 1, count: 16))
        #expect(SecurityIdentifier(bytes: sixteen[...]) == nil)
        #expect(SecurityIdentifier(bytes: sixteen[1...]) == nil)
        let fifteen = DescriptorSample.sid(5, [UInt32](repeating: 1, count: 15))
        #expect(SecurityIdentifier(bytes: fifteen[...])?.bytes == fifteen)
    }

    @Test func `an identifier reads as Windows writes it`() {
        #expect(SecurityIdentifier(bytes: DescriptorSample.agent[...])?.text == "S-1-5-21-1-2-3-1107")
        #expect(SecurityIdentifier(bytes: DescriptorSample.agent[...])?.isOfDomain == true)
        #expect(SecurityIdentifier.everyone.text == "S-1-1-0")
        #expect(!SecurityIdentifier.everyone.isOfDomain)
    }
}

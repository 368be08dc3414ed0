import Testing

@testable import Directories

/// Who may do what, by an access list.
struct SecurityDescriptorTests {
    private typealias Line = DescriptorSample.Line
    private let control: UInt32 = 0x100
    private let write: UInt32 = 0x20

    private func resets(_ lines: Line...) -> Bool? { DescriptorSample.grants(.resetPassword, lines) }

    @Test func `a right is there when a line allows it to the agent or to one of its groups`() {
        let object = AccessName.resetPassword
        #expect(resets(Line(type: 5, mask: control, object: object)) == true)
        #expect(resets(Line(type: 5, mask: control, object: object, trustee: DescriptorSample.sid(1, [0]))) == true)
        #expect(resets(Line(type: 5, mask: control, object: object, trustee: DescriptorSample.stranger)) == false)
        #expect(resets() == false)
    }

    @Test func `a line without an object is about all of them, one with another object about none of ours`() {
        #expect(resets(Line(type: 5, mask: control)) == true)
        #expect(resets(Line(type: 0, mask: control)) == true)
        #expect(resets(Line(type: 0, mask: 0x1000_0000)) == true)
        #expect(resets(Line(type: 5, mask: control, object: AccessName.changePassword)) == false)
        #expect(resets(Line(type: 5, mask: write, object: AccessName.resetPassword)) == false)
    }

    @Test func `the first line that is about it decides, as they stand`() {
        let (allow, deny) = (Line(type: 0, mask: control), Line(type: 1, mask: control))
        #expect(resets(allow, deny) == true)
        #expect(resets(deny, allow) == false)
        #expect(resets(Line(type: 6, mask: control, object: AccessName.resetPassword), allow) == false)
        #expect(resets(Line(type: 6, mask: control, object: AccessName.changePassword), allow) == true)
        #expect(resets(Line(type: 1, mask: control, trustee: DescriptorSample.stranger), allow) == true)
    }

    @Test func `a line for entries below says nothing about this one`() {
        #expect(resets(Line(type: 0, flags: 0x0A, mask: control)) == false)
        #expect(resets(Line(type: 0, flags: 0x12, mask: control)) == true)
    }

    @Test func `the class that a line was inherited for does not matter any more`() {
        let line = Line(
            type: 5, flags: 0x10, mask: control, object: AccessName.resetPassword, inheritedObject: AccessName.user)
        #expect(resets(line) == true)
        #expect(resets(Line(type: 5, mask: control, inheritedObject: AccessName.user)) == true)
    }

    @Test func `a property is written by its own right and by that to its set`() {
        for object in [AccessName.lastSet, AccessName.accountRestrictions] {
            let line = Line(type: 5, mask: write, object: object)
            #expect(DescriptorSample.grants(.askForChange, [line]) == true)
            #expect(DescriptorSample.grants(.clearLock, [line]) == false)
        }
        #expect(
            DescriptorSample.grants(.clearLock, [Line(type: 5, mask: write, object: AccessName.lockoutTime)]) == true)
        #expect(DescriptorSample.grants(.clearLock, [Line(type: 0, mask: 0x4000_0000)]) == true)
    }

    @Test func `audits and conditional lines decide nothing`() {
        for type: UInt8 in [2, 7, 9, 10, 11, 12, 17, 255] {
            #expect(resets(Line(type: type, mask: control), Line(type: 0, mask: control)) == true, "\(type)")
            #expect(resets(Line(type: type, mask: control)) == false, "\(type)")
        }
    }

    @Test func `no list at all allows everything, an empty one nothing`() {
        let everyone: Set<SecurityIdentifier> = [.everyone]
        let none = [
            DescriptorSample.header(control: 0x8000, offset: 0), DescriptorSample.header(control: 0x8004, offset: 0),
        ]
        for bytes in none {
            #expect(SecurityDescriptor(bytes: bytes)?.grants(.resetPassword, to: everyone) == true)
        }
        #expect(
            SecurityDescriptor(bytes: DescriptorSample.bytes([]))?.grants(.resetPassword, to: everyone) == false)
    }

    @Test func `whether it inherits is told`() {
        #expect(SecurityDescriptor(bytes: DescriptorSample.bytes([], control: 0x9004))?.isProtected == true)
        #expect(SecurityDescriptor(bytes: DescriptorSample.bytes([]))?.isProtected == false)
    }
}

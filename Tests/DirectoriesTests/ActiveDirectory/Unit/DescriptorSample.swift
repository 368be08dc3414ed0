@testable import Directories

/// Security descriptors made for tests.
struct DescriptorSample {
    /// A line of the list.
    struct Line {
        var type: UInt8
        var flags: UInt8 = 0
        var mask: UInt32
        var object: String?
        var inheritedObject: String?
        var trustee = DescriptorSample.agent
    }

    /// A user of a domain.
    static let agent: [UInt8] = sid(5, [21, 1, 2, 3, 1107])
    static let stranger: [UInt8] = sid(5, [21, 1, 2, 3, 1108])

    static func sid(_ authority: UInt8, _ parts: [UInt32]) -> [UInt8] {
        [1, UInt8(parts.count), 0, 0, 0, 0, 0, authority] + parts.flatMap(little)
    }

    static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    static func line(_ line: Line) -> [UInt8] {
        var body = little(line.mask)
        if [5, 6].contains(line.type) {
            body += little(UInt32(line.object == nil ? 0 : 1) | UInt32(line.inheritedObject == nil ? 0 : 2))
            body += [line.object, line.inheritedObject].compactMap(\.self).flatMap { ObjectGUID($0)?.bytes ?? [] }
        }
        body += line.trustee
        return [line.type, line.flags] + little(UInt16(body.count + 4)) + body
    }

    static func list(_ lines: [Line]) -> [UInt8] {
        let body = lines.flatMap(Self.line)
        return [4, 0] + little(UInt16(body.count + 8)) + little(UInt16(lines.count)) + [0, 0] + body
    }

    /// A descriptor in the self-relative form, with the list behind its header.
    static func bytes(_ lines: [Line], control: UInt16 = 0x8004) -> [UInt8] {
        header(control: control, offset: 20) + list(lines)
    }

    static func header(control: UInt16, offset: UInt32) -> [UInt8] {
        [1, 0] + little(control) + [UInt8](repeating: 0, count: 12) + little(offset)
    }

    /// Whether the agent has a right by these lines.
    static func grants(_ right: AccessRight, _ lines: [Line]) -> Bool? {
        SecurityIdentifier(bytes: agent[...]).flatMap { agent in
            SecurityDescriptor(bytes: bytes(lines))?.grants(right, to: [agent, .everyone])
        }
    }
}

/// The 128-bit number by which the kind of a journal entry is known for ever (field `MESSAGE_ID`).
///
/// It selects the catalog text and is what an auditor filters on; new ones come from `journalctl --new-id128`.
public struct MessageID: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Its 32 hexadecimal digits in lower case, as the journal stores them.
    public let description: String

    /// Takes 32 hexadecimal digits in either case, without dashes; anything else is `nil`.
    public init?(_ text: String) {
        guard text.utf8.count == 32, text.utf8.allSatisfy(Self.isHexDigit) else { return nil }
        description = text.lowercased()
    }

    /// Takes a constant of the program; one that is no message id stops the program, since no input can cause it.
    public init(stringLiteral literal: StaticString) {
        guard let id = MessageID("\(literal)") else { preconditionFailure("\(literal) is not 32 hexadecimal digits") }
        self = id
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

import Testing

@testable import Directories

/// The two forms of an identifier.
struct ObjectGUIDTests {
    /// The example that [MS-DTYP] section 2.3.4.3 and every tool of Microsoft's agree on: the first three groups turn round.
    private let text = "00112233-4455-6677-8899-aabbccddeeff"
    private let bytes: [UInt8] = [
        0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF,
    ]

    @Test func `the first three groups of the text are numbers with the lowest byte first`() {
        #expect(ObjectGUID(bytes: bytes)?.text == text)
        #expect(ObjectGUID(text)?.bytes == bytes)
        #expect(ObjectGUID(text.uppercased())?.bytes == bytes)
    }

    @Test func `what comes from the one form goes back to it`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1_000 {
            let bytes = (0..<16).map { _ in random.next(upperBound: UInt8.max) }
            #expect(ObjectGUID(bytes: bytes).flatMap { ObjectGUID($0.text) }?.bytes == bytes)
        }
    }

    @Test(arguments: [
        "", "00112233445566778899aabbccddeeff", "{00112233-4455-6677-8899-aabbccddeeff}",
        "00112233-4455-6677-8899-aabbccddeef", "00112233-4455-6677-8899-aabbccddeefff",
        "0011223-34455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeefg",
        "00112233-4455-6677-8899-aabbccddee\u{FF46}", " 0112233-4455-6677-8899-aabbccddeeff",
        "+0112233-4455-6677-8899-aabbccddeeff",
    ])
    func `anything else is no identifier`(text: String) {
        #expect(ObjectGUID(text) == nil)
    }

    @Test(arguments: [0, 1, 15, 17])
    func `sixteen bytes it is, no others`(count: Int) {
        #expect(ObjectGUID(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }
}

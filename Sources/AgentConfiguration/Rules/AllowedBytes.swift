/// The ASCII characters that a name may be made of.
struct AllowedBytes {
    private let bytes: Set<UInt8>

    /// Exactly the characters of `text`.
    init(_ text: String) {
        bytes = Set(text.utf8)
    }

    static let lowercase = AllowedBytes("abcdefghijklmnopqrstuvwxyz")
    static let letters = AllowedBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    static let digits = AllowedBytes("0123456789")
    /// All that can be seen: no space and no control character.
    static let visible = AllowedBytes(Set(UInt8(ascii: "!")...UInt8(ascii: "~")))

    static func + (left: AllowedBytes, right: AllowedBytes) -> AllowedBytes {
        AllowedBytes(left.bytes.union(right.bytes))
    }

    /// Whether `text` has as many characters as `count` allows, and no others than these.
    func make(up text: some StringProtocol, count: ClosedRange<Int>) -> Bool {
        count.contains(text.utf8.count) && text.utf8.allSatisfy(bytes.contains)
    }

    private init(_ bytes: Set<UInt8>) {
        self.bytes = bytes
    }
}

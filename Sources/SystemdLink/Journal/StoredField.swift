/// One field of an entry as the journal holds it.
public struct StoredField: Sendable, Hashable {
    /// The name; one that begins with an underscore was added by journald itself.
    public let name: String
    /// The value, which may be anything: text is UTF-8 only where the sender kept to it.
    public let value: [UInt8]

    /// Whether journald added it, so that no sender can have forged it (systemd.journal-fields(7)).
    public var isTrusted: Bool { name.utf8.first == UInt8(ascii: "_") }

    /// Makes a field.
    public init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// Takes `NAME=value` apart, which is how libsystemd gives it; nil without an equals sign.
    init?(_ data: UnsafeRawBufferPointer) {
        guard let end = data.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        name = String(decoding: data[..<end], as: UTF8.self)
        value = Array(data[(end + 1)...])
    }
}

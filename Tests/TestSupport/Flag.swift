internal import Synchronization

/// Something that one task tells others once.
public final class Flag: Sendable {
    private let value = Mutex(false)

    /// Not set yet.
    public init() {}

    /// Whether ``set()`` was called.
    public var isSet: Bool { value.withLock { $0 } }

    /// Tells it.
    public func set() {
        value.withLock { $0 = true }
    }
}

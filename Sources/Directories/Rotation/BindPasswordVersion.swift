/// Tells one writing of a ``BindPasswordFile`` from the next.
public struct BindPasswordVersion: Sendable, Equatable {
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
}

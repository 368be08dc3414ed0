/// What a caller in the queue for a connection is given.
enum PoolGrant: Sendable {
    /// A connection that someone gave back.
    case connection(LDAPConnection)
    /// Leave to open one.
    case place
}

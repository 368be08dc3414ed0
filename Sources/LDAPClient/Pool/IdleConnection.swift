/// A connection that waits in a pool for work.
struct IdleConnection {
    let connection: LDAPConnection
    let since: ContinuousClock.Instant
}

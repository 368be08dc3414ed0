/// What a caller of a pool may do next to get a connection.
enum PoolClaim {
    case use(LDAPConnection)
    /// Open one: a place is taken in the books.
    case open
    case wait(PoolWaiter)
}

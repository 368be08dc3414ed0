/// One caller in the queue for a connection.
typealias PoolWaiter = Promise<PoolGrant>

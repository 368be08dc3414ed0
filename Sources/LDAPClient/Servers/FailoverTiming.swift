/// The times of leaving a server and of coming back to it.
public enum FailoverTiming {
    /// How long a server is left alone after its first failure; doubled with each further one.
    public static let shortestPause = Duration.seconds(1)
    /// The longest that a server is left alone after a failure.
    public static let longestPause = Duration.seconds(60)
    /// How long a server must have been up for its earlier failures to be forgotten.
    public static let forgetting = Duration.seconds(60)
    /// How many checks in a row must succeed before the pool goes back to a server.
    public static let returnChecks = 3
    /// The least time from one of these checks to the next, so that they take ten seconds at least.
    public static let returnInterval = Duration.seconds(5)
    /// How long a server may go without any connection made to it before it is checked, so that a broken stand-by is
    /// known before it is needed.
    public static let standbyInterval = Duration.seconds(60)
    /// How long a server that takes no changes is left alone at first; doubled each time that it is found so again, and
    /// as long as this in any case when there is no other.
    public static let shortestAvoidance = Duration.seconds(60)
    /// The longest that a server that takes no changes is left alone.
    public static let longestAvoidance = Duration.seconds(960)
    /// How often DNS is asked for the servers of a domain.
    public static let listInterval = Duration.seconds(300)
    /// The least time from one question to DNS to the next when all servers fail.
    public static let listPause = Duration.seconds(10)
    /// The longest to wait for DNS.
    public static let lookupTimeout = Duration.seconds(5)

    /// `shortest` doubled for every one of `count` beyond the first, up to `longest`.
    static func pause(after count: Int, from shortest: Duration, to longest: Duration) -> Duration {
        min(longest, shortest * (1 << min(max(count - 1, 0), 20)))
    }
}

/// What goes to disk together.
struct Batch {
    var submissions: [Submission] = []
    /// Those who wait for what is too old to be removed.
    var prunings: [CheckedContinuation<Void, Never>] = []
    /// How many submissions were turned away since the last batch.
    var dropped = 0
}

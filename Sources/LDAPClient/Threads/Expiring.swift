/// Something that ends at a deadline: a blocked connection or a wait for one.
protocol Expiring: AnyObject, Sendable {
    /// Ends it. Called with the cutter's lock held, so it must not call the cutter, and must not block.
    func expire()
}

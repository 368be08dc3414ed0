/// What an otherwise applied request asked for and did not get.
public enum Shortfall: String, Sendable, Equatable {
    /// The password is written, but no change at the next sign-in could be asked for.
    case mustChangeNotSet = "must_change_not_set"
    /// The account is unlocked on the server that was written to, but not on each of the others.
    case notUnlockedEverywhere = "not_unlocked_everywhere"
}

public import Requests

/// What a look at an entry says of a write whose end nobody has seen.
public enum Truth: Sendable {
    /// The write shows, and nothing else can have made it show.
    case done(Receipt)
    /// The write was not carried out, and will not be any more.
    case notDone
    /// Nobody can tell, or not yet.
    case open(Uncertainty)
}

public import Requests

/// What a look at an entry says of a write whose end nobody has seen.
public enum Truth: Sendable {
    /// The write shows, and nothing else can have made it show.
    case done(Receipt)
    /// The write has not shown for the whole settling time: it was not carried out.
    case notDone
    /// Nobody can tell, or not yet.
    case open(Uncertainty)
}

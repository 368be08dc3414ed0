internal import Requests

/// What a server's answer to a write means.
enum WriteMeaning {
    /// It is done.
    case done
    /// There was no such lock to clear any more.
    case lockMoved
    /// It was turned down only because another write to the entry got in between.
    case collision
    /// The server is not the one that carries it out, and cannot tell whether that happened.
    case unsure
    /// It was turned down.
    case refused(Refusal)
}

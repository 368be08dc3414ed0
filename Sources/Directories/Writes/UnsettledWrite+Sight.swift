internal import Ledger
internal import Requests

/// What an entry that is seen later says about a write whose end is not known.
extension UnsettledWrite {
    /// Why its end is not known.
    var openCause: Uncertainty { cause ?? .agentStopped }

    /// Whether the write can be what the entry shows.
    ///
    /// A wrong sign-in may move the mark, too, so it proves nothing without the time; and to sign in for a proof where
    /// none is needed would count as one more, and in the end lock the user out.
    func mayShow(in sight: Sight) -> Bool {
        guard hasOldPassword(in: sight) else { return true }
        if sight.marksSeconds { return sight.mark != changeMark || mayShareMark }
        // Where the time may not be read the mark is all there is.
        guard sight.mark != changeMark else { return false }
        guard lastChange == nil else { return mayShareSecond }
        // A mark whose time has not moved was moved by a wrong sign-in, or within one second.
        return Self.time(in: sight.mark) != Self.time(in: changeMark) || mayShareMark
    }

    /// Whether the password's own time is still that of before the write.
    func hasOldPassword(in sight: Sight) -> Bool { sight.changedAt == lastChange }

    /// Whether the write may have come within the second of the change before it, which the time cannot tell from it.
    ///
    /// The time in the mark, where it has one, is between the two. A second more is for the server's clocks, which it
    /// reads one after the other; a day is more than this machine's clock is ever wrong.
    private var mayShareSecond: Bool {
        guard let lastChange, begun < lastChange + 86_400 else { return false }
        guard let time = Self.time(in: changeMark) else { return true }
        return time <= lastChange + 1
    }

    /// Whether the write may have come within the second of the one before it, and left the same mark.
    private var mayShareMark: Bool {
        guard let time = Self.time(in: changeMark) else { return true }
        return begun < time + 86_400
    }

    /// The time that a mark begins with, where it does.
    private static func time(in mark: String?) -> Timestamp? {
        mark.flatMap { Timestamp(generalizedTime: String($0.prefix { $0 != "#" })) }
    }

    /// A lock that is gone was cleared; one that was set since says nothing about the one before.
    func unlockTruth(_ view: View) -> Truth {
        switch view.sight.lock {
        case nil where view.isOpen:
            .done(Receipt(self, passwordChanged: false, mustChange: nil, .lockState))
        case nil: .open(openCause)
        case lockMark: .notDone
        default: .open(.overtaken)
        }
    }
}

internal import Requests

extension Event {
    /// The event that announces a write.
    static func begun(_ operation: Operation) -> Event {
        switch operation {
        case .reset, .status: .resetBegun
        case .unlock: .unlockBegun
        case .change: .changeBegun
        }
    }

    /// The event that tells of an applied write.
    static func applied(_ story: Story, _ receipt: Receipt) -> Event {
        switch receipt.shortfall {
        case .mustChangeNotSet: return .mustChangeNotSet
        case .notUnlockedEverywhere: return .notUnlockedEverywhere
        case nil: break
        }
        return switch story.details?.operation {
        case .unlock: receipt.wasLocked ? .unlockApplied : .unlockNotNeeded
        case .change: .changeApplied
        default: story.details?.administrator == nil ? .resetApplied : .administratorResetApplied
        }
    }
}

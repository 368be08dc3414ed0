import Requests
import SystemdLink
import TestSupport
import Testing

@testable import Ledger

/// The kinds of entries that are no refusals.
struct EventTests {
    private let samples = Samples()

    @Test func `no two kinds of entries share a message id`() {
        #expect(Set(Event.allCases.map { $0.entry.messageID }).count == Event.allCases.count)
    }

    @Test func `no event shares a message id with a refusal`() throws {
        let table = try Repository.text("Sources/Requests/Refusals/Refusal+Entry.swift")
        let refusals = table.matches(of: /"([0-9a-f]{32})"/).map { String($0.1) }
        #expect(refusals.contains(Refusal.stopping.entry.messageID))
        #expect(Set(Event.allCases.map { $0.entry.messageID.description }).isDisjoint(with: refusals))
    }

    @Test(arguments: [
        (Operation.reset, "", true, Event.resetApplied),
        (.reset, #","act":{"sub":"root"}"#, true, .administratorResetApplied),
        (.unlock, "", true, .unlockApplied), (.unlock, "", false, .unlockNotNeeded),
        (.change, "", false, .changeApplied),
    ])
    func `an applied write is told as what it was`(
        operation: Operation, members: String, wasLocked: Bool, event: Event
    ) throws {
        let story = try samples.story(operation, members)
        #expect(Event.applied(story, samples.receipt(wasLocked: wasLocked)) == event)
    }

    @Test(arguments: ["", #","act":{"sub":"root"}"#])
    func `a reset that could not ask for a change is told as that`(members: String) throws {
        let story = try samples.story(.reset, members)
        #expect(Event.applied(story, samples.receipt(shortfall: .mustChangeNotSet)) == .mustChangeNotSet)
    }

    @Test(arguments: [(Operation.reset, Event.resetBegun), (.unlock, .unlockBegun), (.change, .changeBegun)])
    func `a write that begins is told as what it is`(operation: Operation, event: Event) {
        #expect(Event.begun(operation) == event)
    }
}

import Foundation
import Synchronization
import TestSupport

/// A caller that asks for one operation after the other, for its own people, and sends each request until it has an end.
///
/// It knows what every password must be: no two requests are under way for one person.
final class RandomCaller: Sendable {
    private struct State {
        var random: SeededGenerator
        var passwords: [String: String]
        /// The request that has no end yet, by its person.
        var pending: [String: SignedRequest] = [:]
        var done: [SignedRequest] = []
        var wrong: [String] = []
        var count = 0
    }

    private let stage: SignedStage
    private let people: [String]
    private let state: Mutex<State>

    init(_ stage: SignedStage, seed: UInt64, people: [String]) {
        (self.stage, self.people) = (stage, people)
        let start = Dictionary(uniqueKeysWithValues: people.map { ($0, Slapd.startPassword($0)) })
        state = Mutex(State(random: SeededGenerator(seed: seed), passwords: start))
    }

    /// The requests that came to their end.
    var done: [SignedRequest] { state.withLock { $0.done } }
    /// Answers that cannot be.
    var wrong: [String] { state.withLock { $0.wrong } }
    /// What each person signs in with.
    var passwords: [String: String] { state.withLock { $0.passwords } }

    /// Asks until `isOver`, and then until nothing is without its end, for two minutes at most.
    func run(until isOver: () -> Bool) {
        while !isOver() { step() }
        let end = ContinuousClock.now + .seconds(120)
        while let person = state.withLock({ $0.pending.keys.first }) {
            guard .now < end else { return note("\(person): no end in two minutes") }
            send(for: person)
        }
    }

    private func step() {
        let person = state.withLock { people[Int($0.random.next() % UInt64(people.count))] }
        do {
            if state.withLock({ $0.pending[person] }) == nil {
                let request = try next(for: person)
                state.withLock { $0.pending[person] = request }
            }
        } catch {
            return note("\(error)")
        }
        send(for: person)
    }

    private func next(for person: String) throws -> SignedRequest {
        let (kind, count, old) = state.withLock { state in
            state.count += 1
            return (state.random.next() % 5, state.count, state.passwords[person] ?? "")
        }
        switch kind {
        case 0: return stage.unlock(person)
        case 1, 2: return try stage.change(person, from: old, to: "Change-\(count)-of-\(person)")
        default: return try stage.reset(person, to: "Reset-\(count)-of-\(person)")
        }
    }

    /// A connection that ends without a reply leaves the request for another time.
    private func send(for person: String) {
        guard let request = state.withLock({ $0.pending[person] }) else { return }
        guard let reply = try? stage.send(request) else {
            usleep(10_000)
            return
        }
        switch reply["outcome"] {
        case "applied": end(request)
        case "not_applied", "unknown": usleep(10_000)
        default: note("\(request.operation) of \(person): \(reply.body)")
        }
    }

    private func end(_ request: SignedRequest) {
        state.withLock { state in
            state.pending[request.account] = nil
            state.passwords[request.account] = request.password ?? state.passwords[request.account]
            state.done.append(request)
        }
    }

    private func note(_ wrong: String) {
        state.withLock { state in
            state.wrong.append(wrong)
            state.pending = [:]
        }
    }
}

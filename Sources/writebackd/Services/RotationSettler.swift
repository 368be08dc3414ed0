import Directories
import ServiceLifecycle
import Writeback

/// Looks from time to time what became of rotations of the agent's own passwords whose end nobody saw, or that had not
/// reached every server, and follows those of a configuration before.
///
/// Each look may count as a wrong password at each server, so that they become rare soon.
struct RotationSettler: Service {
    /// Between the start and the first look, and between two looks for something that is due.
    static let interval: Duration = .seconds(5)
    /// Between the first look for one rotation and the second; each further one takes twice as long.
    static let shortest: Duration = .seconds(60)
    /// Between two looks for one rotation at most.
    static let longest: Duration = .seconds(3600)

    let agent: Agent

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var looks: [String: (next: ContinuousClock.Instant, pause: Duration)] = [:]
            var versions: [ObjectIdentifier: BindPasswordVersion?] = [:]
            while !Task.isCancelled {
                try await Task.sleep(for: Self.interval)
                versions = follow(versions)
                looks = await look(after: looks)
            }
        }
    }

    /// Has each directory take the passwords that are on disk, where those are others than when it was last looked at.
    private func follow(
        _ versions: [ObjectIdentifier: BindPasswordVersion?]
    ) -> [ObjectIdentifier: BindPasswordVersion?] {
        var seen: [ObjectIdentifier: BindPasswordVersion?] = [:]
        for directory in agent.generation?.directories ?? [] {
            let (key, version) = (ObjectIdentifier(directory), directory.bindPasswordVersion)
            if versions[key] != version { directory.rereadBindPasswords() }
            seen[key] = version
        }
        return seen
    }

    private func look(
        after looks: [String: (next: ContinuousClock.Instant, pause: Duration)]
    ) async -> [String: (next: ContinuousClock.Instant, pause: Duration)] {
        guard let generation = agent.generation else { return looks }
        var made: [String: (next: ContinuousClock.Instant, pause: Duration)] = [:]
        for directory in generation.directories where directory.hasOpenRotation {
            let name = directory.settings.name
            made[name] = looks[name]
            if let look = looks[name], look.next > .now { continue }
            await generation.flow.settleRotation(in: name, deadline: .now + .seconds(15))
            let pause = looks[name].map { min($0.pause * 2, Self.longest) } ?? Self.shortest
            made[name] = (.now + pause, pause)
        }
        return made
    }
}

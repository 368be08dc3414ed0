internal import Foundation

extension Daemon {
    /// Ends it as if the power went for it alone, and waits until it is gone.
    public func kill() {
        end(with: SIGKILL)
    }

    /// Waits until it has ended by itself.
    public func waitForEnd() async throws {
        try await wait(until: "it has ended") { !isRunning }
        stop()
    }

    /// Starts it so that it ends itself (SIGKILL) when a request first gets to a step, which only a debug build does.
    public func start(endingAt step: String) async throws {
        try await start(environment: ["WRITEBACKD_FAULT=\(step)"])
    }

    /// Sends a signed request and reads its reply, over a connection of its own.
    public func post(token: String) throws -> HTTPReply {
        try post(token, contentType: "application/jwt")
    }
}

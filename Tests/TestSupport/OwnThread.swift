internal import Foundation

/// Runs what blocks on threads of its own: tasks have only as many threads as the machine has processors.
public enum OwnThread {
    /// Runs `body` to its end.
    public static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// Runs `body` so many times at once, each with its number; answers in the order of the numbers.
    public static func run<Value: Sendable>(
        times count: Int, _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            for number in 0..<count { group.addTask { (number, try await run { try body(number) }) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}

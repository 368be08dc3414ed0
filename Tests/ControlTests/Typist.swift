import Foundation
import Synchronization

/// What somebody saw on a terminal before they typed.
final class Typist: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let seen = Mutex<(text: String, wasEchoing: Bool)>(("", true))

    func done(_ text: String, wasEchoing: Bool) {
        seen.withLock { $0 = (text, wasEchoing) }
        semaphore.signal()
    }

    /// Waits until they have typed.
    func wait() -> (text: String, wasEchoing: Bool) {
        semaphore.wait()
        return seen.withLock { $0 }
    }
}

internal import Threads

/// Something that happens once, and that a thread can wait for.
final class Latch: @unchecked Sendable {
    // Unchecked: used only with the monitor's lock held.
    private var isOpen = false

    private let monitor = Monitor()

    func open() {
        monitor.withLock {
            isOpen = true
            monitor.broadcast()
        }
    }

    func wait() {
        monitor.withLock { while !isOpen { monitor.wait(atMost: .seconds(60)) } }
    }
}

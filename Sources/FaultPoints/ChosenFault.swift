#if DEBUG
    internal import Glibc
#endif

/// The one step at which this process is to end.
enum ChosenFault {
    /// Ends the process if `step` is the one; nothing but a debug build ever does.
    @inline(__always)
    static func end(at step: @autoclosure () -> String) {
        #if DEBUG
            guard let name, name == step() else { return }
            kill(getpid(), SIGKILL)
        #endif
    }

    #if DEBUG
        private static let name = getenv("WRITEBACKD_FAULT").map { String(cString: $0) }
    #endif
}

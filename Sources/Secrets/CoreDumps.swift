internal import COpenSSL

/// Keeps the whole process out of core dumps and out of the reach of debuggers (prctl(2), PR_SET_DUMPABLE).
public enum CoreDumps {
    /// Denies them from now on, whatever limits the service was started with; false when the kernel would not.
    public static func deny() -> Bool {
        writebackd_deny_dumps() == 0
    }
}

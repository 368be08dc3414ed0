/// The steps of a rotation of the agent's own password at which tests end the agent, as at a ``FaultPoint``.
public enum RotationStep: String, Sendable, CaseIterable {
    /// The new password is on disk; the directory has not been told it.
    case kept = "bind-password-kept"
    /// The directory has answered the change; nothing is known of that on disk.
    case changed = "bind-password-changed"
    /// A sign-in with the new password was accepted.
    case proved = "bind-password-proved"
    /// It is on disk that the new password is in force.
    case inForce = "bind-password-in-force"
    /// The password before it is forgotten.
    case settled = "bind-password-settled"

    /// Marks that the rotation has got here; ends the process when this is the fault asked for.
    @inline(__always)
    public func reached() {
        ChosenFault.end(at: rawValue)
    }
}

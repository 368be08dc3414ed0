internal import Threads

extension DetachedThread {
    /// As ``start(_:)``, for a thread without which there is no answer.
    ///
    /// - Throws: ``LDAPError/local(_:)`` when the system has no more threads to give.
    static func begin(_ body: @escaping @Sendable () -> Void) throws(LDAPError) {
        do throws(ThreadError) {
            try start(body)
        } catch {
            throw .local(error.description)
        }
    }
}

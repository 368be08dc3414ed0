extension Finding {
    /// What `check` complains of, as a finding about `keyPath`; nil when it finds nothing wrong.
    init?(keyPath: String, from check: () throws(Complaint) -> Void) {
        do throws(Complaint) {
            try check()
            return nil
        } catch {
            self.init(keyPath: keyPath, message: error.message)
        }
    }
}

/// The states that an agent can say it is in (writebackd(8)).
enum HealthState: String {
    case ready
    case degraded
    case directoryDown = "directory_down"
    case notRecording = "not_recording"
    case misconfigured
    case stopping

    /// What the state means for requests.
    var meaning: String {
        switch self {
        case .ready: "ready: it takes requests"
        case .degraded: "degraded: some requests cannot be carried out"
        case .directoryDown: "not ready: no directory answers, so no request can be carried out"
        case .notRecording: "not ready: its ledger takes no records, so nothing is written"
        case .misconfigured: "not ready: its configuration has errors, and it refuses every request"
        case .stopping: "stopping: it finishes the requests in flight and refuses new ones"
        }
    }

    /// What to do about it, beside what the journal and the directories want.
    var advice: String? {
        switch self {
        case .ready, .degraded, .directoryDown, .notRecording: nil
        case .misconfigured:
            "run 'writebackctl check-config', correct what it finds, then 'systemctl reload writebackd'"
        case .stopping: "ask again in a minute; if nobody meant to stop it: 'systemctl status writebackd.service'"
        }
    }
}

internal import Foundation

/// What a proxy is to do to the next request that has a marker.
public struct ProxyPlan: Sendable {
    /// Which of the two messages of an exchange.
    public enum Side: Sendable {
        case request
        case answer
    }

    enum Action {
        case cut(CuttingProxy.Moment)
        case hold(Side)

        /// Whether it is about the request, and not about the answer to it.
        var isForRequest: Bool {
            switch self {
            case .cut(.beforeRequest), .cut(.duringRequest), .hold(.request): true
            case .cut, .hold: false
            }
        }
    }

    let marker: Data
    let action: Action
    private var isSeen = false

    init(marker: Data, action: Action) {
        (self.marker, self.action) = (marker, action)
    }

    /// What is to be done to a request; the plan ends with it where it is about requests.
    static func act(_ plan: inout ProxyPlan?, onRequest bytes: Data) -> Action? {
        guard let due = plan, bytes.range(of: due.marker) != nil else { return nil }
        guard due.action.isForRequest else {
            plan?.isSeen = true
            return nil
        }
        plan = nil
        return due.action
    }

    /// What is to be done to an answer; the plan ends with it.
    static func actOnAnswer(_ plan: inout ProxyPlan?) -> Action? {
        guard let due = plan, due.isSeen else { return nil }
        plan = nil
        return due.action
    }
}

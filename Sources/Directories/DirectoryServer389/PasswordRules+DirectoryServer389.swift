internal import LDAPClient
internal import Requests

extension PasswordRules {
    /// Reads cn=config or a local policy; what a local policy leaves out has the server's built-in value, not the global
    /// policy's.
    init(directoryServer389 entry: Entry) {
        self.init()
        typealias Attribute = DirectoryServer389PolicyAttribute
        func seconds(_ attribute: Attribute, default absent: Int) -> Int {
            entry.text(attribute.rawValue).flatMap(Int.init(directoryServer389Duration:)) ?? absent
        }
        func isOn(_ attribute: Attribute, default absent: Bool = false) -> Bool {
            entry.text(attribute.rawValue).map { ["on", "1", "true"].contains($0.lowercased()) } ?? absent
        }
        if isOn(.checkSyntax) {
            minimumLength = seconds(.minimumLength, default: 8)
            minimumClasses = seconds(.minimumCategories, default: 3)
            forbidsNames = true
        }
        history = isOn(.history) ? seconds(.inHistory, default: 6) : nil
        minimumAge = Self.positive(seconds(.minimumAge, default: 0))
        maximumAge = isOn(.expires) ? seconds(.maximumAge, default: 8_640_000) : nil
        allowsChange = isOn(.change, default: true)
        canAskForChange = isOn(.mustChange)
        locksOut = isOn(.lockout)
        guard locksOut else { return }
        lockoutThreshold = seconds(.maximumFailures, default: 3)
        failureWindow = seconds(.failureWindow, default: 600)
        lockoutDuration = isOn(.unlock, default: true) ? seconds(.lockoutDuration, default: 3_600) : nil
    }

    private static func positive(_ number: Int) -> Int? { number > 0 ? number : nil }

    /// The same rules with the syntax of `other`, where these have none.
    func inheritingSyntax(of other: PasswordRules?) -> PasswordRules {
        guard minimumLength == nil, let other else { return self }
        var rules = self
        (rules.minimumLength, rules.minimumClasses) = (other.minimumLength, other.minimumClasses)
        rules.forbidsNames = other.forbidsNames
        return rules
    }
}

extension Int {
    /// Reads a number of seconds, or of the unit that its last letter names, as in `1d`; nil when it is neither.
    init?(directoryServer389Duration text: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
        let unit = text.last.flatMap { units[Character($0.lowercased())] }
        guard let number = Int(unit == nil ? text[...] : text.dropLast()) else { return nil }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
        guard !overflow else { return nil }
        self = seconds
    }
}

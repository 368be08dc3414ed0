internal import LDAPClient
internal import Requests

extension PasswordRules {
    /// Kinds of characters that a complex password mixes.
    private static let complexClasses = 3

    /// Reads the policy of a domain; nil when it may not be read.
    init?(domain entry: Entry) {
        guard let properties = entry.number(DomainPolicyAttribute.properties.rawValue) else { return nil }
        self.init(
            entry, minimumLength: DomainPolicyAttribute.minimumLength.rawValue,
            isComplex: properties & DomainPolicyAttribute.isComplex != 0,
            history: DomainPolicyAttribute.history.rawValue)
        readTimes(
            entry, minimumAge: DomainPolicyAttribute.minimumAge.rawValue,
            maximumAge: DomainPolicyAttribute.maximumAge.rawValue)
        readLockout(
            entry, threshold: DomainPolicyAttribute.lockoutThreshold.rawValue,
            duration: DomainPolicyAttribute.lockoutDuration.rawValue,
            window: DomainPolicyAttribute.failureWindow.rawValue)
    }

    /// Reads a password settings object; nil when it may not be read.
    init?(settingsObject entry: Entry) {
        guard let isComplex = entry.text(PasswordSettingsAttribute.isComplex.rawValue) else { return nil }
        self.init(
            entry, minimumLength: PasswordSettingsAttribute.minimumLength.rawValue, isComplex: isComplex == "TRUE",
            history: PasswordSettingsAttribute.history.rawValue)
        readTimes(
            entry, minimumAge: PasswordSettingsAttribute.minimumAge.rawValue,
            maximumAge: PasswordSettingsAttribute.maximumAge.rawValue)
        readLockout(
            entry, threshold: PasswordSettingsAttribute.lockoutThreshold.rawValue,
            duration: PasswordSettingsAttribute.lockoutDuration.rawValue,
            window: PasswordSettingsAttribute.failureWindow.rawValue)
    }

    private init(_ entry: Entry, minimumLength: String, isComplex: Bool, history: String) {
        self.init()
        self.minimumLength = Self.limit(entry, minimumLength)
        minimumClasses = isComplex ? Self.complexClasses : nil
        self.history = Self.limit(entry, history)
    }

    private mutating func readTimes(_ entry: Entry, minimumAge: String, maximumAge: String) {
        self.minimumAge = Self.seconds(entry, minimumAge)
        self.maximumAge = Self.seconds(entry, maximumAge)
    }

    private mutating func readLockout(_ entry: Entry, threshold: String, duration: String, window: String) {
        lockoutThreshold = Self.limit(entry, threshold)
        locksOut = lockoutThreshold != nil
        lockoutDuration = locksOut ? Self.seconds(entry, duration) : nil
        failureWindow = locksOut ? Self.seconds(entry, window) : nil
    }

    /// Zero sets no limit.
    private static func limit(_ entry: Entry, _ attribute: String) -> Int? {
        entry.number(attribute).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func seconds(_ entry: Entry, _ attribute: String) -> Int? {
        entry.text(attribute).flatMap { FileInterval($0) }?.seconds
    }
}

/// The attributes of slapd entries that the agent reads and writes (slapo-ppolicy(5), RFC 4530).
enum OpenLDAPAttribute {
    static let anchor = "entryUUID"
    static let changeMark = "entryCSN"
    static let password = "userPassword"
    static let changedTime = "pwdChangedTime"
    static let lockedTime = "pwdAccountLockedTime"
    static let failureTime = "pwdFailureTime"
    static let reset = "pwdReset"
    static let policy = "pwdPolicySubentry"
    static let startTime = "pwdStartTime"
    static let endTime = "pwdEndTime"

    /// What one search must bring to know an account's state.
    static let facts = [
        anchor, changeMark, changedTime, lockedTime, failureTime, reset, policy, startTime, endTime,
    ]

    /// What shows whether a write happened.
    static let proof = [anchor, changeMark, changedTime, lockedTime, reset]

    /// The value of ``lockedTime`` by which an administrator locks an account for good.
    static let lockedForGood = "000001010000Z"
}

/// The identifiers of attributes, property sets, extended rights and classes in access control entries: schemaIDGUID and
/// rightsGuid ([MS-ADA1], [MS-ADA3], [MS-ADTS] section 5.1.3.2.1).
enum AccessName {
    static let resetPassword = "00299570-246d-11d0-a768-00aa006e0529"
    static let changePassword = "ab721a53-1e2f-11d0-9819-00aa0040529b"
    static let accountRestrictions = "4c164200-20c0-11d0-a768-00aa006e0529"
    static let logonInformation = "5f202010-79a5-11d0-9020-00c04fc2d4cf"
    static let lockoutTime = "28630ebf-41d5-11d1-a9c1-0000f80367c1"
    static let lastSet = "bf967a0a-0de6-11d0-a285-00aa003049e2"
    static let control = "bf967a68-0de6-11d0-a285-00aa003049e2"
    static let computedControl = "2cc4b836-b63f-4940-8d23-ea7acf06af56"
    static let accountExpires = "bf967915-0de6-11d0-a285-00aa003049e2"
    static let resultantPolicy = "b77ea093-88d0-4780-9a98-911f8e8b1dca"
    static let failedAttempts = "bf96792e-0de6-11d0-a285-00aa003049e2"
    static let lastFailedAttempt = "bf96792d-0de6-11d0-a285-00aa003049e2"
    static let adminCount = "bf967918-0de6-11d0-a285-00aa003049e2"
    static let user = "bf967aba-0de6-11d0-a285-00aa003049e2"
    static let passwordSettings = "3bcd9db8-f84b-451c-952f-6c52b81f9ec6"

    /// What the agent reads of an account.
    static let state = [
        control, computedControl, accountExpires, lastSet, lockoutTime, resultantPolicy, failedAttempts,
        lastFailedAttempt, adminCount,
    ]
}

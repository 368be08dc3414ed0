/// A result code under its name in RFC 4511 appendix A; servers may send others.
public struct ResultCode: RawRepresentable, Sendable, Hashable {
    /// The number on the wire.
    public let rawValue: Int32

    /// Takes any number that a server may send.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }
}

extension ResultCode {
    /// Result code 0 of RFC 4511.
    public static let success = ResultCode(rawValue: 0)
    /// Result code 1 of RFC 4511.
    public static let operationsError = ResultCode(rawValue: 1)
    /// Result code 2 of RFC 4511.
    public static let protocolError = ResultCode(rawValue: 2)
    /// Result code 3 of RFC 4511.
    public static let timeLimitExceeded = ResultCode(rawValue: 3)
    /// Result code 4 of RFC 4511.
    public static let sizeLimitExceeded = ResultCode(rawValue: 4)
    /// Result code 5 of RFC 4511.
    public static let compareFalse = ResultCode(rawValue: 5)
    /// Result code 6 of RFC 4511.
    public static let compareTrue = ResultCode(rawValue: 6)
    /// Result code 7 of RFC 4511.
    public static let authMethodNotSupported = ResultCode(rawValue: 7)
    /// Result code 8 of RFC 4511.
    public static let strongerAuthRequired = ResultCode(rawValue: 8)
    /// Result code 10 of RFC 4511.
    public static let referral = ResultCode(rawValue: 10)
    /// Result code 11 of RFC 4511.
    public static let adminLimitExceeded = ResultCode(rawValue: 11)
    /// Result code 12 of RFC 4511.
    public static let unavailableCriticalExtension = ResultCode(rawValue: 12)
    /// Result code 13 of RFC 4511.
    public static let confidentialityRequired = ResultCode(rawValue: 13)
    /// Result code 14 of RFC 4511.
    public static let saslBindInProgress = ResultCode(rawValue: 14)
    /// Result code 16 of RFC 4511.
    public static let noSuchAttribute = ResultCode(rawValue: 16)
    /// Result code 17 of RFC 4511.
    public static let undefinedAttributeType = ResultCode(rawValue: 17)
    /// Result code 18 of RFC 4511.
    public static let inappropriateMatching = ResultCode(rawValue: 18)
    /// Result code 19 of RFC 4511.
    public static let constraintViolation = ResultCode(rawValue: 19)
    /// Result code 20 of RFC 4511.
    public static let attributeOrValueExists = ResultCode(rawValue: 20)
    /// Result code 21 of RFC 4511.
    public static let invalidAttributeSyntax = ResultCode(rawValue: 21)
    /// Result code 32 of RFC 4511.
    public static let noSuchObject = ResultCode(rawValue: 32)
    /// Result code 33 of RFC 4511.
    public static let aliasProblem = ResultCode(rawValue: 33)
    /// Result code 34 of RFC 4511.
    public static let invalidDNSyntax = ResultCode(rawValue: 34)
    /// Result code 36 of RFC 4511.
    public static let aliasDereferencingProblem = ResultCode(rawValue: 36)
    /// Result code 48 of RFC 4511.
    public static let inappropriateAuthentication = ResultCode(rawValue: 48)
    /// Result code 49 of RFC 4511.
    public static let invalidCredentials = ResultCode(rawValue: 49)
    /// Result code 50 of RFC 4511.
    public static let insufficientAccessRights = ResultCode(rawValue: 50)
    /// Result code 51 of RFC 4511.
    public static let busy = ResultCode(rawValue: 51)
    /// Result code 52 of RFC 4511.
    public static let unavailable = ResultCode(rawValue: 52)
    /// Result code 53 of RFC 4511.
    public static let unwillingToPerform = ResultCode(rawValue: 53)
    /// Result code 54 of RFC 4511.
    public static let loopDetect = ResultCode(rawValue: 54)
    /// Result code 64 of RFC 4511.
    public static let namingViolation = ResultCode(rawValue: 64)
    /// Result code 65 of RFC 4511.
    public static let objectClassViolation = ResultCode(rawValue: 65)
    /// Result code 66 of RFC 4511.
    public static let notAllowedOnNonLeaf = ResultCode(rawValue: 66)
    /// Result code 67 of RFC 4511.
    public static let notAllowedOnRDN = ResultCode(rawValue: 67)
    /// Result code 68 of RFC 4511.
    public static let entryAlreadyExists = ResultCode(rawValue: 68)
    /// Result code 69 of RFC 4511.
    public static let objectClassModsProhibited = ResultCode(rawValue: 69)
    /// Result code 71 of RFC 4511.
    public static let affectsMultipleDSAs = ResultCode(rawValue: 71)
    /// Result code 80 of RFC 4511.
    public static let other = ResultCode(rawValue: 80)
}

/// Answers of a directory server, for peers that imitate one.
public enum LDAPMessages {
    /// A bind that succeeded.
    ///
    /// - Parameter id: The message's number; clients count from 1.
    public static func bindSuccess(id: UInt8 = 1) -> [UInt8] {
        result(id, operation: 0x61)
    }

    /// A bind that failed with a result code of RFC 4511, below 128.
    public static func bindFailure(_ code: UInt8, id: UInt8 = 1) -> [UInt8] {
        result(id, operation: 0x61, code: code)
    }

    /// An extended operation, such as StartTLS, that succeeded.
    public static func extendedSuccess(id: UInt8 = 1) -> [UInt8] {
        result(id, operation: 0x78)
    }

    /// An extended operation that failed with a result code of RFC 4511, below 128.
    public static func extendedFailure(_ code: UInt8, id: UInt8 = 1) -> [UInt8] {
        result(id, operation: 0x78, code: code)
    }

    /// A modify that succeeded.
    public static func modifySuccess(id: UInt8 = 1) -> [UInt8] {
        result(id, operation: 0x67)
    }

    private static func result(_ id: UInt8, operation: UInt8, code: UInt8 = 0) -> [UInt8] {
        [0x30, 0x0C, 0x02, 0x01, id, operation, 0x07, 0x0A, 0x01, code, 0x04, 0x00, 0x04, 0x00]
    }
}

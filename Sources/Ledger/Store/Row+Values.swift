internal import Foundation
internal import GRDB

/// Values of a row that may be damaged: GRDB's own subscripts end the process where a value is of another type.
extension Row {
    /// The column `index` as a value, or nil where it is null or of another type.
    func value<Value: DatabaseValueConvertible>(_ index: Int) -> Value? {
        Value.fromDatabaseValue(self[index])
    }

    /// The column `index` as bytes, or nil where it is null or something else.
    func bytes(_ index: Int) -> [UInt8]? {
        let stored: DatabaseValue = self[index]
        if case .blob(let data) = stored.storage { return [UInt8](data) } else { return nil }
    }
}

extension [UInt8] {
    /// The bytes as they go into a column.
    var column: Data { Data(self) }
}

internal import JOSE
internal import JSON

extension AgentKey {
    /// Reads the key that comes next; `path` is its place, such as `keys[0]`.
    init(reading reader: inout JSONReader, at path: String) throws(JSONError) {
        var (status, made, end): (KeyStatus?, Int?, Int?)
        let key = try PrivateJWK(reading: &reader, at: path) { (reader, name, path) throws(JSONError) in
            switch KeyMember(rawValue: name) {
            case .status: status = try Self.status(&reader, path)
            case .made: made = try reader.wholeNumber(at: path)
            case .end: end = try reader.wholeNumber(at: path)
            case nil: return false
            }
            return true
        }
        guard let status else { throw .malformed(.init(field: "\(path).status", problem: .missing)) }
        guard let made else { throw .malformed(.init(field: "\(path).iat", problem: .missing)) }
        guard (status == .retired) == (end != nil) else {
            let problem: Problem = status == .retired ? .missing : .unknownMember
            throw .malformed(.init(field: "\(path).exp", problem: problem))
        }
        do throws(SealFault) {
            self.init(pair: try DecryptionKey(key), status: status, made: made, end: end)
        } catch .secureMemory {
            throw .secureMemory
        } catch {
            throw .malformed(.init(field: "\(path).d", problem: .forbiddenCharacter("it is not the private part of x")))
        }
    }

    private static func status(_ reader: inout JSONReader, _ path: String) throws(JSONError) -> KeyStatus {
        guard let status = KeyStatus(rawValue: try reader.string(at: path, characters: 16)) else {
            throw .malformed(.init(field: path, problem: .notOneOf(KeyStatus.allCases.map(\.rawValue))))
        }
        return status
    }
}

internal import JSON
internal import Secrets

extension Secret {
    /// Reads the one JSON object that these bytes are; `member` must read the value of each member it is told of.
    func readMembers(
        _ member: (inout JSONReader, String) throws(JSONError) -> Void
    ) throws(Refusal) {
        do throws(JSONError) {
            try withUnsafeBytes { (bytes) throws(JSONError) in
                var reader = JSONReader(bytes)
                try reader.object(at: "", member: member)
                try reader.end()
            }
        } catch {
            throw Refusal(error)
        }
    }
}

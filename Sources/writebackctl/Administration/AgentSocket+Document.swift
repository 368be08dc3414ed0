internal import JSON
internal import Secrets

extension AgentSocket {
    /// Sends a document that holds no secret.
    func post(_ target: String, _ document: JSONValue) throws(AskError) -> HTTPReply {
        let body: Secret
        do throws(SecretError) {
            body = try Secret(utf8: document.text)
        } catch {
            throw .secureMemory(error)
        }
        return try post(target, body)
    }
}

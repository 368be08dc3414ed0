internal import JOSE

extension AgentSocket {
    /// The key that the agent has passwords sealed to at present.
    func currentKey() throws(AskError) -> EncryptionKey {
        let reply = try get("/v1/keys")
        guard reply.status == 200 else { throw .signing("GET /v1/keys answered \(reply.status)") }
        do {
            guard let key = try EncryptionKey.read(reply.body).first else {
                throw AskError.signing("the agent tells no key to seal a password to")
            }
            return key
        } catch let error as AskError {
            throw error
        } catch {
            throw .signing("the agent's keys are not understood: \(error)")
        }
    }
}

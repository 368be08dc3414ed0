/// What the agent had too little of to take a request just now.
public enum Shortage: String, Sendable, Equatable {
    /// All connections to the directory are in use and the queue for them is full.
    case directoryConnections = "directory_connections"
    /// The locked memory for secrets is full.
    case secureMemory = "secure_memory"
}

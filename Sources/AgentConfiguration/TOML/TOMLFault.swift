/// Where and why a text is not TOML.
struct TOMLFault: Error, Equatable {
    /// The line, from 1.
    let line: Int
    /// The character in the line, from 1.
    let column: Int
    /// What is wrong there.
    let message: String
}

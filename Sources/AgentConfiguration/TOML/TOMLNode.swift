/// A value and where it stands.
struct TOMLNode {
    let value: TOMLValue
    /// The line that the value begins on, or the header of the table.
    let line: Int
}

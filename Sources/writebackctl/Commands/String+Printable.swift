extension String {
    /// The text with control and formatting characters spelt out, so that a directory's message, or a name in it, cannot
    /// steer the terminal or pretend to be another line.
    var printable: String {
        unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

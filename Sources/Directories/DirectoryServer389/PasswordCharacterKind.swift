/// The kinds of characters that 389 Directory Server and FreeIPA tell apart: letters and digits are those of ASCII.
enum PasswordCharacterKind {
    case digit
    case upper
    case lower
    case special
    case beyondASCII

    /// The kind of a character.
    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "0"..."9": self = .digit
        case "A"..."Z": self = .upper
        case "a"..."z": self = .lower
        default: self = scalar.isASCII ? .special : .beyondASCII
        }
    }
}

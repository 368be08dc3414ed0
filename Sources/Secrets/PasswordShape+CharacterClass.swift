extension PasswordShape {
    /// The kinds of characters that Windows tells apart ("Password must meet complexity requirements").
    public enum CharacterClass: Sendable, CaseIterable {
        /// Upper-case letters of any script.
        case upperCase
        /// Lower-case letters of any script.
        case lowerCase
        /// The digits 0 to 9.
        case digit
        /// The special characters of ASCII; neither the space nor signs of currencies count.
        case special
        /// Letters that have no case, such as Chinese ones.
        case caseless

        /// The kind of a character; nil for what counts as none of them.
        init?(_ scalar: Unicode.Scalar) {
            if ("0"..."9").contains(scalar) {
                self = .digit
            } else if Self.specials.contains(scalar) {
                self = .special
            } else if scalar.properties.isUppercase {
                self = .upperCase
            } else if scalar.properties.isLowercase {
                self = .lowerCase
            } else if scalar.properties.isAlphabetic {
                self = .caseless
            } else {
                return nil
            }
        }

        private static let specials = Set("~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/".unicodeScalars)
    }
}

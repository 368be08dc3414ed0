internal import Requests
internal import Secrets

/// What kinds of characters a password has, counted as 389 Directory Server and FreeIPA count them.
struct PasswordCharacters {
    /// Characters in all: Unicode scalars.
    private(set) var count = 0
    /// The longest run of one character.
    private(set) var longestRun = 0
    private var kinds: Set<PasswordCharacterKind> = []

    /// Counts none.
    init() {}

    /// Counts those of `password`.
    init(_ password: borrowing Secret) {
        password.withUnsafeBytes { bytes in
            var decoder = UTF8()
            var rest = bytes.makeIterator()
            var (last, run) = (UInt32.max, 0)
            while case .scalarValue(let scalar) = decoder.decode(&rest) {
                run = scalar.value == last ? run + 1 : 1
                last = scalar.value
                longestRun = max(longestRun, run)
                count += 1
                kinds.insert(PasswordCharacterKind(scalar))
            }
        }
    }

    /// How many of the five kinds there are: digits, upper and lower case, other ASCII, and everything else.
    var categories: Int { kinds.count }
}

extension Work {
    /// The characters of the new password; of none where there is none.
    var newCharacters: PasswordCharacters {
        switch self {
        case .reset(let reset): PasswordCharacters(reset.new)
        case .change(let change): PasswordCharacters(change.new)
        default: PasswordCharacters()
        }
    }
}

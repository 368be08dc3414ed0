import Secrets
import Testing

/// What is known of a password beside its text, for rules that a directory does not explain.
struct PasswordShapeTests {
    @Test(arguments: [
        ("", 0, 0), ("abc", 3, 3), ("\"\\", 2, 2), ("Zoë", 3, 3), ("Zoe\u{308}", 4, 4), ("漢字", 2, 2), ("😀", 1, 2),
        ("👩‍💻", 3, 5),
    ])
    func `its length is told in scalar values and in UTF-16`(text: String, characters: Int, units: Int) throws {
        let shape = try PasswordShape(of: Secret(utf8: text))
        let (haveCharacters, haveUnits) = (shape.characters, shape.utf16Units)
        #expect(haveCharacters == characters)
        #expect(haveUnits == units)
    }

    @Test(
        arguments: [
            ("", []), (" €😀٣", []), ("aß", [.lowerCase]), ("AÄΠ", [.upperCase]), ("0189", [.digit]),
            ("漢字", [.caseless]),
            ("~\"\\/", [.special]), ("aB1", [.lowerCase, .upperCase, .digit]),
            ("aB1!漢", [.lowerCase, .upperCase, .digit, .special, .caseless]),
        ] as [(String, Set<PasswordShape.CharacterClass>)])
    func `its kinds of characters are those of Windows`(
        text: String, classes: Set<PasswordShape.CharacterClass>
    ) throws {
        let shape = try PasswordShape(of: Secret(utf8: text))
        let found = shape.classes
        #expect(found == classes)
    }

    @Test(arguments: [
        ("xxALICExx", "alice"), ("alice", "ALICE"), ("my-Zoë-1", "zOË"), ("İstanbul", "i\u{307}STAN"), ("aab", "AB"),
        ("😀😀x", "😀X"),
    ])
    func `a name inside is found in any case`(text: String, name: String) throws {
        let shape = try PasswordShape(of: Secret(utf8: text))
        let isFound = shape.contains(name)
        #expect(isFound)
    }

    @Test(arguments: [("alic", "alice"), ("al ice", "alice"), ("anything", ""), ("", "a"), ("zoe", "zoë")])
    func `a name that is not inside is not found`(text: String, name: String) throws {
        let shape = try PasswordShape(of: Secret(utf8: text))
        let isFound = shape.contains(name)
        #expect(!isFound)
    }
}

import Foundation
import TestSupport

/// A check module for the ppolicy overlay (slapo-ppolicy(5), pwdCheckModule), compiled for the test.
final class CheckModule: Sendable {
    /// What it answers to every password.
    enum Verdict: String {
        /// Refuses it in words.
        case words
        /// Refuses it in words that repeat the password.
        case echo
        /// Refuses it without a word.
        case silence
    }

    private let folder: String

    init(_ verdict: Verdict) async throws {
        folder = "\(Repository.temporary)/check-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.source.write(toFile: "\(folder)/check.c", atomically: true, encoding: .utf8)
        try await Command.run(
            "/usr/bin/gcc",
            ["-shared", "-fPIC", "-DVERDICT_\(verdict.rawValue)", "-o", path, "\(folder)/check.c"])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The shared object.
    var path: String { "\(folder)/check.so" }

    private static let source = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>

        int check_password(char *password, char **message, void *entry) {
        #if defined(VERDICT_words)
            *message = strdup("It is a word of the dictionary.");
        #elif defined(VERDICT_echo)
            *message = malloc(strlen(password) + 32);
            sprintf(*message, "'%s' is a word.", password);
        #endif
            return 1;
        }

        """
}

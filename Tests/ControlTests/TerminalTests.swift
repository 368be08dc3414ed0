import Foundation
import Secrets
import Synchronization
import Testing

@testable import writebackctl

@Suite("A password from the terminal", .serialized)
struct TerminalTests {
    @Test("is asked for without an echo, which is back afterwards")
    func noEcho() throws {
        let pair = try TerminalPair()
        let typist = pair.type("tr0ub4dor\n", after: "New password: ")
        let password = try Terminal(path: pair.path).ask("New password: ").text
        #expect(password == "tr0ub4dor")
        #expect(pair.isEchoing)
        let shown = typist.wait()
        #expect(!shown.wasEchoing)
        #expect(shown.text == "New password: ")
        #expect(pair.readShown() == "\r\n")
    }

    @Test("that is too long is refused, and its rest is no answer to the next question")
    func tooLong() throws {
        let pair = try TerminalPair()
        let first = pair.type(String(repeating: "x", count: 3000) + "\n", after: "? ")
        #expect(throws: PasswordError.tooLong) { try Terminal(path: pair.path).ask("? ").count }
        _ = first.wait()
        let second = pair.type("right\n", after: "again? ")
        #expect(try Terminal(path: pair.path).ask("again? ").text == "right")
        _ = second.wait()
    }

    @Test("is not asked for where there is no terminal")
    func noTerminal() {
        #expect(throws: PasswordError.noTerminal(code: ENOENT)) { try Terminal(path: "/nonexistent").ask("?").count }
        #expect(throws: PasswordError.noTerminal(code: ENOTTY)) { try Terminal(path: "/dev/null").ask("?").count }
    }

    private static let effects = Atomic<Int>(0)

    @Test("leaves a signal to take its effect only after the terminal is as it was")
    func signals() throws {
        var (action, before) = (sigaction(), sigaction())
        action.__sigaction_handler.sa_handler = { _ in _ = TerminalTests.effects.add(1, ordering: .relaxed) }
        sigaction(SIGQUIT, &action, &before)
        Self.setBlocked(false)
        defer { Self.setBlocked(true) }
        defer { sigaction(SIGQUIT, &before, nil) }
        #expect(throws: PasswordError.interrupted) {
            try CaughtSignals.during { () throws(PasswordError) in
                raise(SIGQUIT)
                #expect(Self.effects.load(ordering: .relaxed) == 0)
                throw .interrupted
            }
        }
        #expect(Self.effects.load(ordering: .relaxed) == 1)
    }

    /// Tasks run on threads that block all signals; the program's main thread does not.
    private static func setBlocked(_ isBlocked: Bool) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGQUIT)
        pthread_sigmask(isBlocked ? SIG_BLOCK : SIG_UNBLOCK, &signals, nil)
    }
}

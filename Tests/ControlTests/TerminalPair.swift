import Foundation
import Testing

/// A pseudo-terminal (pty(7)) with somebody at its keyboard.
final class TerminalPair: Sendable {
    private let keyboard: Int32
    /// Held open: without anybody at the screen the keyboard is told of a hang-up, and would type too early.
    private let screen: Int32
    let path: String

    init() throws {
        var (keyboard, screen): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 64)
        try #require(openpty(&keyboard, &screen, &name, nil, nil) == 0)
        self.keyboard = keyboard
        self.screen = screen
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the terminal shows what is typed.
    var isEchoing: Bool {
        var settings = termios()
        return tcgetattr(keyboard, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Types `text` once `prompt` is shown, on a thread of its own.
    func type(_ text: String, after prompt: String) -> Typist {
        let typist = Typist()
        Thread.detachNewThread {
            var shown = ""
            while !shown.hasSuffix(prompt) {
                let more = self.readShown()
                guard !more.isEmpty else { break }
                shown += more
            }
            typist.done(shown, wasEchoing: self.isEchoing)
            let bytes = Array(text.utf8)
            _ = write(self.keyboard, bytes, bytes.count)
        }
        return typist
    }

    /// What the terminal shows next.
    func readShown() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(keyboard, &buffer, buffer.count)
        return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    }

    deinit {
        close(keyboard)
        close(screen)
    }
}

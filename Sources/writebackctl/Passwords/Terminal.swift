internal import Glibc
internal import Secrets

/// The terminal of the person at the keyboard, whatever standard input and output are.
struct Terminal: ~Copyable {
    private let descriptor: Int32

    /// Opens the terminal (tty(4)).
    init(path: String = "/dev/tty") throws(PasswordError) {
        descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .noTerminal(code: errno) }
    }

    /// Asks for a line that is not shown as it is typed.
    ///
    /// A signal puts the terminal back as it was before it takes effect; whoever was only stopped is asked again.
    borrowing func ask(_ prompt: String) throws(PasswordError) -> Secret {
        while true {
            do throws(PasswordError) {
                return try CaughtSignals.during { () throws(PasswordError) in try attempt(prompt) }
            } catch .interrupted {
                continue
            } catch {
                throw error
            }
        }
    }

    private borrowing func attempt(_ prompt: String) throws(PasswordError) -> Secret {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { throw .noTerminal(code: errno) }
        var quiet = settings
        quiet.c_lflag &= ~tcflag_t(ECHO | ECHONL)
        // TCSAFLUSH, each way: what was typed before the question, or is left of a line too long, is no answer to the next.
        guard tcsetattr(descriptor, TCSAFLUSH, &quiet) == 0 else { throw .noTerminal(code: errno) }
        defer {
            tcsetattr(descriptor, TCSAFLUSH, &settings)
            show("\n")
        }
        show(prompt)
        return try SecretLine.read(from: descriptor)
    }

    private borrowing func show(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    deinit {
        close(descriptor)
    }
}

internal import Foundation
internal import Glibc

/// Runs programs that tests need beside the code under test.
///
/// Their standard streams are files rather than pipes: a server that stays in the background would keep a pipe open that
/// it inherited from another test, and the reader would wait for its end for ever.
public enum Command {
    /// Runs a program to its end, waiting on a thread of its own: tests have only as many threads as the machine has
    /// processors.
    ///
    /// - Parameters:
    ///   - path: The program's path.
    ///   - arguments: Its arguments.
    ///   - input: What it reads from its standard input.
    /// - Returns: What it wrote to its standard output.
    /// - Throws: ``TestFailure`` with its standard error when it does not end with 0.
    @discardableResult
    public static func run(
        _ path: String, _ arguments: [String], input: String = ""
    ) async throws(TestFailure) -> String {
        try await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: Result { () throws(TestFailure) in try runBlocking(path, arguments, input) })
            }
        }.get()
    }

    private static func runBlocking(
        _ path: String, _ arguments: [String], _ input: String
    ) throws(TestFailure) -> String {
        let (stdin, stdout, stderr) = (try StreamFile(input), try StreamFile(), try StreamFile())
        let process = try spawn(path, arguments, streams: [stdin, stdout, stderr].map(\.descriptor))
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            throw TestFailure("\(path) \(arguments): status \(status): \(stderr.text)")
        }
        return stdout.text
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: Its environment as `NAME=value`; nil for that of the tests.
    ///   - streams: The descriptors that become its 0, 1 and 2.
    static func spawn(
        _ path: String, _ arguments: [String], environment: [String]? = nil, streams: [Int32]
    ) throws(TestFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
        }
        closeOthers(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        resetSignals(&attributes)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let inherited = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var variables = (environment ?? inherited).map { strdup($0) } + [nil]
        defer { variables.forEach { free($0) } }
        var process = pid_t()
        let failure = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
        guard failure == 0 else { throw TestFailure("\(path): \(String(cString: strerror(failure)))") }
        return process
    }

    /// Lets a program inherit its streams and nothing else: a pipe or a connection of another test, kept open by a server
    /// in the background, would have that test wait for an end that does not come.
    private static func closeOthers(_ actions: inout posix_spawn_file_actions_t) {
        typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        // glibc 2.34 has it, but declares it for _GNU_SOURCE only, which Swift's module does without.
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
        _ = unsafeBitCast(symbol, to: CloseFrom.self)(&actions, 3)
    }

    /// Tasks run on threads that block all signals, and a program would inherit that: it could not be ended politely.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var ignored = sigset_t()
        sigemptyset(&none)
        sigemptyset(&ignored)
        sigaddset(&ignored, SIGPIPE)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &ignored)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}

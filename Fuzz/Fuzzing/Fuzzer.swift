internal import Glibc

/// One test for one input.
public typealias FuzzTest = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer, which makes up the inputs (LLVMFuzzerRunDriver in its FuzzerDriver.cpp).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>, _ test: FuzzTest
) -> CInt

/// Runs a test on one input after the other.
public enum Fuzzer {
    /// Runs `test` by the arguments of the command line (libFuzzer's own), and ends the process.
    public static func run(_ test: FuzzTest) -> Never {
        var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
        exit(runDriver(&count, &arguments, test))
    }

    /// Ends the process with a finding unless `holds`; libFuzzer then keeps the input.
    public static func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
        guard !holds else { return }
        let message = Array("BROKEN PROMISE: \(promise())\n".utf8)
        _ = write(STDERR_FILENO, message, message.count)
        abort()
    }
}

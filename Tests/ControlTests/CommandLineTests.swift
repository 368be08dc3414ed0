import ArgumentParser
import Testing

@testable import writebackctl

@Suite("The command line")
struct CommandLineTests {
    @Test("has the installed files as its defaults")
    func defaults() throws {
        let check = try #require(try Writebackctl.parseAsRoot(["check-config"]) as? CheckConfigCommand)
        #expect(check.config == "/etc/writebackd/writebackd.toml")
        let status = try #require(try Writebackctl.parseAsRoot(["status"]) as? StatusCommand)
        #expect(status.agent.path == "/run/writebackd/api.sock")
    }

    @Test(
        "refuses an option that has no meaning for the operation",
        arguments: [
            ["unlock", "a", "--no-unlock"], ["change", "a", "--must-change"], ["status", "a", "--no-must-change"],
            ["change", "a", "--admin", "x"], ["unlock", "a", "--password-fd", "0"],
            ["reset", "a", "--current-password-fd", "0"],
        ])
    func meaningless(options: [String]) {
        #expect(code(of: ["request"] + options) == .validationFailure)
    }

    @Test(
        "takes no password",
        arguments: ["--password", "--new-password", "--current-password", "--password=x", "--password-fd=x"])
    func noPasswords(option: String) {
        #expect(code(of: ["request", "reset", "a", option, "secret"]) == .validationFailure)
    }

    @Test("takes an account and a known operation")
    func arguments() {
        #expect(code(of: ["request", "delete", "a"]) == .validationFailure)
        #expect(code(of: ["request", "reset"]) == .validationFailure)
        #expect(code(of: ["request", "status", "a"]) == nil)
    }

    private func code(of words: [String]) -> ExitCode? {
        do {
            _ = try Writebackctl.parseAsRoot(words)
            return nil
        } catch {
            return Writebackctl.exitCode(for: error)
        }
    }
}

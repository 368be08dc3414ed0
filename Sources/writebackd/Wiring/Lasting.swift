import Ledger
import Secrets
import Writeback

/// What a reload must not forget.
struct Lasting: Sendable {
    /// Whose turn it is.
    let turns = AccountTurns()
    /// Who guessed wrong how often.
    let throttle = WrongPasswordThrottle(limit: 5, window: .seconds(900))
    /// By what unsealed passwords of two requests are compared; nobody can compare them once the process has ended.
    let fingerprintKey: SharedSecret

    init() throws(SecretError) {
        var random = SystemRandomNumberGenerator()
        fingerprintKey = SharedSecret(
            try Secret(capacity: 32) { target in
                for index in target.indices { target[index] = random.next() }
                return target.count
            })
    }
}

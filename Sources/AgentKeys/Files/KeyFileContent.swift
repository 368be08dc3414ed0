internal import Secrets

/// What was read of a key file.
struct KeyFileContent: ~Copyable {
    let text: Secret
    let owner: KeyFileOwner
}

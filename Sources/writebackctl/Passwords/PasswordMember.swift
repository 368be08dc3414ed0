internal import Requests
internal import Secrets

/// A password under the name of the member that carries it.
struct PasswordMember {
    let name: RequestMember
    let password: SharedSecret

    init(_ name: RequestMember, _ password: consuming Secret) {
        self.name = name
        self.password = SharedSecret(password)
    }
}

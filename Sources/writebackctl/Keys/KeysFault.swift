internal import AgentConfiguration
internal import AgentKeys
internal import JOSE

/// Why a command on the agent's keys was not carried out.
enum KeysFault: Error, Equatable {
    case configuration(ConfigurationError)
    case credential(name: String)
    case keys(AgentKeyError)
    case sealing(SealFault)
    case unknown(kid: String)
}

extension KeysFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .configuration(let error): "the configuration has errors:\n\(error)"
        case .credential(let name):
            "the keys come as the credential \(name); give the file that systemd loads it from with --file"
        case .keys(let error): "\(error)"
        case .sealing(let fault): "\(fault)"
        case .unknown(let kid): "there is no key '\(kid)'; 'writebackctl keys list' shows those there are"
        }
    }
}

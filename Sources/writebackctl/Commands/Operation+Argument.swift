public import ArgumentParser
public import Requests

/// The operations by their wire names, on the command line too.
extension Operation: ExpressibleByArgument {}

import Foundation
import SystemdLink
import Testing

/// What systemd hears. Each test has a process of its own, since the address comes from the environment.
struct ServiceNotifierTests {
    @Test func `systemd hears of start, stop, status and watchdog`() async {
        await #expect(processExitsWith: .success) {
            let socket = NotifySocket()
            let notifier = ServiceNotifier()
            #expect(notifier.ready(status: "serving"))
            #expect(socket.receive() == ["READY=1", "STATUS=serving"])
            #expect(notifier.stopping())
            #expect(socket.receive() == ["STOPPING=1"])
            #expect(notifier.status("3 requests"))
            #expect(socket.receive() == ["STATUS=3 requests"])
            #expect(notifier.watchdog())
            #expect(socket.receive() == ["WATCHDOG=1"])
        }
    }

    @Test func `a reload carries the monotonic time in microseconds`() async {
        await #expect(processExitsWith: .success) {
            let socket = NotifySocket()
            var before = timespec()
            clock_gettime(CLOCK_MONOTONIC, &before)
            #expect(ServiceNotifier().reloading())
            let heard = socket.receive()
            #expect(heard.first == "RELOADING=1")
            let stamp = try #require(heard.last?.split(separator: "=").last.flatMap { Int($0) })
            let difference = stamp - (before.tv_sec * 1_000_000 + before.tv_nsec / 1_000)
            #expect((0..<60_000_000).contains(difference))
        }
    }

    @Test func `a status of several lines cannot smuggle in an assignment`() async {
        await #expect(processExitsWith: .success) {
            let socket = NotifySocket()
            #expect(ServiceNotifier().status("fine\nMAINPID=1\r\nREADY=1"))
            #expect(socket.receive() == ["STATUS=fine MAINPID=1 READY=1"])
        }
    }

    @Test func `without systemd nothing is sent`() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            #expect(!ServiceNotifier().ready())
        }
    }

    @Test func `the watchdog interval is the one for this process`() async {
        await #expect(processExitsWith: .success) {
            unsetenv("WATCHDOG_USEC")
            #expect(WatchdogInterval.current == nil)
            setenv("WATCHDOG_USEC", "20000000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            #expect(WatchdogInterval.current == .seconds(20))
            setenv("WATCHDOG_PID", "1", 1)
            #expect(WatchdogInterval.current == nil)
        }
    }
}

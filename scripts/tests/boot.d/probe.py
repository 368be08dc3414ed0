"""Tries, in the place of the daemon, what the sandbox must not allow and what it must.

Says a line for each: "denied NAME" or "ALLOWED NAME", "works NAME" or "BROKEN NAME".
"""
import ctypes
import errno
import mmap
import os
import resource
import shutil
import socket

STATE = "/var/lib/writebackd/probe"
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_ssize_t


def call(function, *arguments):
    if function(*arguments) == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def map_code():
    length, protection, flags = ctypes.c_size_t(4096), 7, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    call(libc.mmap, None, length, protection, flags, -1, ctypes.c_long(0))


def write(folder):
    with open(folder + "/probe", "w") as file:
        file.write("probe")


def execute(path):
    child = os.fork()
    if child == 0:
        try:
            os.execv(path, [path])
        except OSError as error:
            os._exit(error.errno)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 0:
        raise OSError(status, os.strerror(status))


def execute_copy(folder):
    shutil.copy("/bin/true", folder + "/program")
    os.chmod(folder + "/program", 0o700)
    try:
        execute(folder + "/program")
    finally:
        os.unlink(folder + "/program")


def make_set_user_id():
    with open(STATE, "w"):
        os.chmod(STATE, 0o4755)


def raise_core_limit():
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (1, 1))
    except ValueError as error:
        raise PermissionError(errno.EPERM, str(error)) from error


def connect(address):
    """Nobody listens there: to be refused is to have got through."""
    with socket.socket() as attempt:
        attempt.settimeout(1)
        try:
            attempt.connect((address, 9))
        except ConnectionRefusedError:
            pass


def lock_memory():
    memory = mmap.mmap(-1, 2 << 20)
    address = ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
    call(libc.mlock, address, ctypes.c_size_t(len(memory)))


def reach_journal():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as journal:
        journal.connect("/run/systemd/journal/socket")


DENIED = {
    "memory that is writable and executable": map_code,
    "running another program": lambda: execute("/bin/true"),
    "running a program of its own from /tmp": lambda: execute_copy("/tmp"),
    "running a program of its own from /var/tmp": lambda: execute_copy("/var/tmp"),
    "running a program of its own from /dev/shm": lambda: execute_copy("/dev/shm"),
    "running a program of its own from its state": lambda: execute_copy("/var/lib/writebackd"),
    "writing to /etc": lambda: write("/etc/writebackd"),
    "writing to /usr": lambda: write("/usr"),
    "writing to /usr/lib": lambda: write("/usr/lib"),
    "writing to /run": lambda: write("/run/lock"),
    "looking into home folders": lambda: os.listdir("/root"),
    "reading the credential's source": lambda: open("/etc/writebackd/credentials/corp-bind-password").close(),
    "becoming root": lambda: os.setuid(0),
    "a user namespace": lambda: call(libc.unshare, 0x10000000),
    "a netlink socket": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "a packet socket": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    "tracing": lambda: call(libc.ptrace, 0, 0, 0, 0),
    "a set-user-id file": make_set_user_id,
    "a core dump": raise_core_limit,
    "the machine's memory": lambda: open("/dev/mem", "rb").close(),
    "an address that is not listed": lambda: connect("192.0.2.1"),
}
NEEDED = {
    "locking two mebibytes": lock_memory,
    "its own state": lambda: write("/var/lib/writebackd"),
    "the credential": lambda: open(os.environ["CREDENTIALS_DIRECTORY"] + "/corp-bind-password").close(),
    "this machine's ports": lambda: connect("127.0.0.1"),
    "the journal": reach_journal,
}

for name, attempt in DENIED.items():
    try:
        attempt()
        print("ALLOWED", name)
    except OSError as error:
        print("denied", name, f"({errno.errorcode.get(error.errno, error)})")
for name, attempt in NEEDED.items():
    try:
        attempt()
        print("works", name)
    except OSError as error:
        print("BROKEN", name, f"({error})")
os.unlink(STATE)

/*
 * Password resets over writebackd's Unix socket: HTTP/1.1 with keep-alive, one thread and one connection each.
 * Ends with 1 unless every reply is a 200. With --tokens FILE it sends the signed requests in that file, one to a line and
 * each once, in place of its own.
 *
 * cc -O2 -o socket-load socket-load.c -lpthread -lm
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "load.h"

struct connection {
    int socket;
    unsigned long requests;
    size_t length;     /* bytes in the buffer */
    char buffer[16384]; /* one reply at most; always ends with a 0 */
};

static const char *socket_path;
static char run[32]; /* part of every request's identifier, so that none comes a second time */

static const char *tokens, *tokens_end; /* what is left of the file; NULL without one */

static void read_tokens(const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) != 0) load_fail(path, strerror(errno));
    tokens = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (tokens == MAP_FAILED) load_fail(path, strerror(errno));
    tokens_end = tokens + status.st_size;
}

/* The next token, for whichever thread comes first. */
static const char *take_token(size_t *length) {
    const char *token, *end;
    do {
        token = __atomic_load_n(&tokens, __ATOMIC_ACQUIRE);
        end = token < tokens_end ? memchr(token, '\n', tokens_end - token) : NULL;
        if (!end) load_fail("socket-load", "has run out of tokens");
    } while (!__sync_bool_compare_and_swap(&tokens, token, end + 1));
    *length = end - token;
    return token;
}

static void *open_connection(unsigned thread) {
    (void)thread;
    struct connection *connection = calloc(1, sizeof *connection);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct timeval patience = {30, 0};
    if (!connection) load_fail("memory", "exhausted");
    if (strlen(socket_path) >= sizeof address.sun_path) load_fail(socket_path, "is too long for a Unix socket");
    strcpy(address.sun_path, socket_path);
    connection->socket = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(connection->socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(connection->socket, (struct sockaddr *)&address, sizeof address) != 0) load_fail(socket_path, strerror(errno));
    return connection;
}

static void close_connection(void *argument) {
    struct connection *connection = argument;
    close(connection->socket);
    free(connection);
}

static void send_request(struct connection *connection, const char *account, const char *password) {
    char body[512], request[1024];
    int length = snprintf(body, sizeof body,
                          "{\"jti\":\"load-%s-%d-%lu\",\"op\":\"reset\",\"account\":{\"name\":\"%s\"},\"new_password\":\"%s\"}",
                          run, connection->socket, connection->requests++, account, password);
    int total = snprintf(request, sizeof request,
                         "POST /v1/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                         "Content-Length: %d\r\n\r\n%s", length, body);
    if (send(connection->socket, request, total, MSG_NOSIGNAL) != total) load_fail("send", strerror(errno));
}

static void send_token(struct connection *connection) {
    char request[8192];
    size_t length;
    const char *token = take_token(&length);
    int total = snprintf(request, sizeof request,
                         "POST /v1/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jwt\r\n"
                         "Content-Length: %zu\r\n\r\n%.*s", length, (int)length, token);
    if (total >= (int)sizeof request) load_fail("token", "is too long");
    if (send(connection->socket, request, total, MSG_NOSIGNAL) != total) load_fail("send", strerror(errno));
}

static void receive_more(struct connection *connection) {
    size_t room = sizeof connection->buffer - 1 - connection->length;
    ssize_t got = room ? recv(connection->socket, connection->buffer + connection->length, room, 0) : 0;
    if (got < 0) load_fail("receive", strerror(errno));
    if (got == 0) load_fail("receive", room ? "the server closed the connection" : "the reply is too long");
    connection->length += got;
    connection->buffer[connection->length] = 0;
}

static size_t content_length(const char *header, const char *end) {
    for (const char *line = header; line < end; line = strstr(line, "\r\n") + 2)
        if (strncasecmp(line, "content-length:", 15) == 0) return strtoul(line + 15, NULL, 10);
    load_fail("reply", "has no Content-Length");
}

/* Takes one whole reply and gives its status. The first that is not a success is shown. */
static int receive_reply(struct connection *connection) {
    static int shown = 0;
    char *end;
    int status = 0;
    connection->length = 0;
    connection->buffer[0] = 0;
    while (!(end = strstr(connection->buffer, "\r\n\r\n"))) receive_more(connection);
    size_t whole = (size_t)(end + 4 - connection->buffer) + content_length(connection->buffer, end);
    while (connection->length < whole) receive_more(connection);
    if (connection->length > whole) load_fail("reply", "is followed by bytes nobody asked for");
    if (sscanf(connection->buffer, "HTTP/1.1 %d", &status) != 1) load_fail("reply", "is not HTTP/1.1");
    if (status != 200 && __sync_fetch_and_add(&shown, 1) == 0) fprintf(stderr, "%s\n", connection->buffer);
    return status;
}

static int perform(void *connection, const char *account, const char *password) {
    if (tokens) send_token(connection);
    else send_request(connection, account, password);
    return receive_reply(connection);
}

static const struct option options[] = {{"socket", 1, 0, 'S'}, {"tokens", 1, 0, 'T'}, LOAD_OPTIONS, {0, 0, 0, 0}};

int main(int count, char **arguments) {
    struct load load = {.program = "socket-load", LOAD_DEFAULTS, .success = 200};
    for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
        switch (option) {
        case 'S': socket_path = optarg; break;
        case 'T': read_tokens(optarg); break;
        default: load_option(&load, option, optarg);
        }
    }
    if (!socket_path) load_fail("socket-load", "needs --socket");
    snprintf(run, sizeof run, "%lx-%d", (unsigned long)time(NULL), (int)getpid());
    struct load_driver driver = {open_connection, perform, close_connection};
    return run_load(&load, &driver);
}

#ifndef WRITEBACKD_CSYSTEMD_SHIM_H
#define WRITEBACKD_CSYSTEMD_SHIM_H

#include <linux/memfd.h>
#include <string.h>
#include <sys/socket.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

/* memfd_create(2) and the sealing commands of fcntl(2) are declared under _GNU_SOURCE only, which may not be defined
   here: it changes the system headers under Swift's Glibc module. */
int memfd_create(const char *name, unsigned int flags);
#define WRITEBACKD_F_ADD_SEALS 1033
#define WRITEBACKD_F_SEAL_ALL 0xF /* F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW, F_SEAL_WRITE */

/* The CMSG_* macros of cmsg(3), by which a descriptor travels, do not import into Swift. */
static inline ssize_t writebackd_send_descriptor(
    int socket, const struct sockaddr *receiver, socklen_t size, int descriptor) {
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct msghdr message = {
        .msg_name = (void *)receiver,
        .msg_namelen = size,
        .msg_control = control.space,
        .msg_controllen = sizeof(control.space),
    };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    return sendmsg(socket, &message, MSG_NOSIGNAL);
}

#endif

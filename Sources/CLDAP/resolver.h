#ifndef WRITEBACKD_RESOLVER_H
#define WRITEBACKD_RESOLVER_H

#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

/* The C library's resolver (resolver(3)) renames its functions by macros and keeps its state in bit fields and unions,
   neither of which Swift imports well. `server` replaces the name servers of resolv.conf(5) unless it is NULL. Answers the
   length of the DNS message in `answer`, or -1 with a code of h_errno in `failure`. */
static inline int writebackd_query_srv(const char *name, const struct sockaddr_in *server, unsigned char *answer,
                                       int size, int *failure) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    *failure = NETDB_INTERNAL;
    if (res_ninit(&state) != 0) {
        return -1;
    }
    if (server != NULL) {
        state.nscount = 1;
        state.nsaddr_list[0] = *server;
    }
    int length = res_nquery(&state, name, ns_c_in, ns_t_srv, answer, size);
    *failure = state.res_h_errno;
    res_nclose(&state);
    return length;
}

#endif

/*
 * What the load programs share: threads with one connection each, a schedule, samples, and one line of JSON.
 *
 * Without a rate, each connection sends its next operation when the last one is answered (closed loop). With a rate,
 * operations are due at fixed times and their latency counts from the time they were due, so that a stall is seen in
 * every operation it delays (open loop).
 */
#ifndef LOAD_H
#define LOAD_H

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LOAD_RESULTS = 1000 };

struct load {
    const char *program;
    unsigned connections;
    unsigned people;  /* accounts u00001... to spread the operations over */
    double seconds;   /* measured time, after the warm-up */
    double warm_up;   /* seconds that are not measured */
    double rate;      /* operations per second over all connections; 0: as fast as answers come */
    int success;      /* the result that an operation must have */
    double begin;     /* monotonic time, set by run_load */
};

/* One connection. Both functions end the program themselves when something other than an answer happens. */
struct load_driver {
    void *(*open)(unsigned thread);
    int (*perform)(void *connection, const char *account, const char *password);
    void (*close)(void *connection);
};

struct load_thread {
    const struct load *load;
    const struct load_driver *driver;
    pthread_barrier_t *start;
    pthread_t id;
    unsigned number;
    double *latencies; /* seconds */
    size_t count, capacity;
    unsigned long results[LOAD_RESULTS];
};

/* Options of every load program, for getopt_long. */
#define LOAD_OPTIONS \
    {"people", 1, 0, 'p'}, {"connections", 1, 0, 'c'}, {"seconds", 1, 0, 's'}, {"warm-up", 1, 0, 'w'}, {"rate", 1, 0, 'r'}
#define LOAD_DEFAULTS .connections = 1, .people = 10000, .seconds = 3, .warm_up = 0.5

__attribute__((noreturn, unused)) static void load_fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

/* Ends the program at an option that is none. */
static void load_option(struct load *load, int option, const char *value) {
    switch (option) {
    case 'p': load->people = strtoul(value, NULL, 10); break;
    case 'c': load->connections = strtoul(value, NULL, 10); break;
    case 's': load->seconds = strtod(value, NULL); break;
    case 'w': load->warm_up = strtod(value, NULL); break;
    case 'r': load->rate = strtod(value, NULL); break;
    default: exit(64);
    }
}

static double load_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static void load_sleep_until(double when) {
    struct timespec until = {(time_t)when, (long)((when - floor(when)) * 1e9)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) != 0) {}
}

/* The time from which the latency of the thread's n-th operation counts; waits for it if it is due later. */
static double load_due(const struct load_thread *thread, unsigned long n) {
    const struct load *load = thread->load;
    if (load->rate <= 0) return load_clock();
    double due = load->begin + (n * load->connections + thread->number) / load->rate;
    load_sleep_until(due);
    return due;
}

static void load_record(struct load_thread *thread, double latency, int result) {
    if (thread->count == thread->capacity) {
        thread->capacity = thread->capacity ? 2 * thread->capacity : 4096;
        thread->latencies = realloc(thread->latencies, thread->capacity * sizeof *thread->latencies);
        if (!thread->latencies) load_fail("memory", "exhausted");
    }
    thread->latencies[thread->count++] = latency;
    thread->results[result >= 0 && result < LOAD_RESULTS ? result : LOAD_RESULTS - 1]++;
}

/*
 * Every thread has accounts of its own: no two operations ever meet in one entry, and passwords never come again. They
 * have no digits, for some directories refuse a password that shares five characters with the account's name.
 */
static void load_account(const struct load_thread *thread, unsigned long n, char account[24], char password[64]) {
    const struct load *load = thread->load;
    unsigned long own = load->people / load->connections;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(account, 24, "u%05lu", 1 + thread->number + load->connections * (n % own));
    snprintf(password, 64, "Load-%u-%lx-%lx", thread->number, (unsigned long)now.tv_sec, (unsigned long)now.tv_nsec);
    for (char *at = password; *at; at++)
        if (*at >= '0' && *at <= '9') *at += 'g' - '0';
}

static void *load_thread_run(void *argument) {
    struct load_thread *thread = argument;
    const struct load *load = thread->load;
    void *connection = thread->driver->open(thread->number);
    pthread_barrier_wait(thread->start); /* all connected */
    pthread_barrier_wait(thread->start); /* begin is set */
    double measured = load->begin + load->warm_up, end = measured + load->seconds;
    for (unsigned long n = 0;; n++) {
        char account[24], password[64];
        double due = load_due(thread, n);
        if (due >= end) break;
        load_account(thread, n, account, password);
        int result = thread->driver->perform(connection, account, password);
        if (due >= measured || result != load->success) load_record(thread, load_clock() - due, result);
    }
    thread->driver->close(connection);
    return NULL;
}

static int load_compare(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double load_percentile(const double *sorted, size_t count, double share) {
    return count ? sorted[(size_t)(share * (count - 1) + 0.5)] * 1000 : 0;
}

/* Prints the line and tells whether every operation had the result it must have. */
static int load_report(const struct load *load, struct load_thread *threads) {
    size_t count = 0, at = 0;
    for (unsigned i = 0; i < load->connections; i++) count += threads[i].count;
    double *all = malloc((count + 1) * sizeof *all);
    if (!all) load_fail("memory", "exhausted");
    unsigned long results[LOAD_RESULTS] = {0};
    for (unsigned i = 0; i < load->connections; i++) {
        if (threads[i].count) memcpy(all + at, threads[i].latencies, threads[i].count * sizeof *all);
        at += threads[i].count;
        for (int result = 0; result < LOAD_RESULTS; result++) results[result] += threads[i].results[result];
        free(threads[i].latencies);
    }
    qsort(all, count, sizeof *all, load_compare);
    printf("{\"program\":\"%s\",\"connections\":%u,\"seconds\":%g,\"rate\":%g,\"operations\":%zu,\"ops_per_second\":%.1f,"
           "\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"max_ms\":%.3f,\"results\":{",
           load->program, load->connections, load->seconds, load->rate, count, count / load->seconds,
           load_percentile(all, count, 0.50), load_percentile(all, count, 0.99), load_percentile(all, count, 1));
    const char *comma = "";
    for (int result = 0; result < LOAD_RESULTS; result++) {
        if (!results[result]) continue;
        printf("%s\"%d\":%lu", comma, result, results[result]);
        comma = ",";
    }
    printf("}}\n");
    free(all);
    return count > 0 && results[load->success] == count;
}

static int run_load(struct load *load, const struct load_driver *driver) {
    if (load->connections == 0 || load->people < load->connections) load_fail("connections", "more than people, or none");
    pthread_barrier_t start;
    pthread_barrier_init(&start, NULL, load->connections + 1);
    struct load_thread *threads = calloc(load->connections, sizeof *threads);
    if (!threads) load_fail("memory", "exhausted");
    for (unsigned i = 0; i < load->connections; i++) {
        threads[i] = (struct load_thread){.load = load, .driver = driver, .start = &start, .number = i};
        if (pthread_create(&threads[i].id, NULL, load_thread_run, &threads[i]) != 0) load_fail("thread", "not started");
    }
    pthread_barrier_wait(&start);
    load->begin = load_clock();
    pthread_barrier_wait(&start);
    for (unsigned i = 0; i < load->connections; i++) pthread_join(threads[i].id, NULL);
    int good = load_report(load, threads);
    free(threads);
    return good ? 0 : 1;
}

#endif

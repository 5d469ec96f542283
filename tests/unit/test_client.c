/* SPDX-License-Identifier: MIT */
#include "check.h"
#include <unistd.h>
#include <zmq.h>

#include "entente.h"
#include "service/service.h"
#include "wire.h"

static char endpoint[64];
static const char *const endpoints[] = {endpoint};

static service *start_worker(void *context)
{
    service *s = NULL;
    snprintf(endpoint, sizeof endpoint, "ipc:///tmp/entente-test-%d", (int)getpid());
    service_settings settings = {.endpoint = endpoint, .threads = 2, .article_bytes = 1000, .drain_ms = 2000, .model = model_built_in()};
    assert_int_equal(service_start(context, &settings, &s), ENTENTE_OK);
    return s;
}

static void each_article_has_one_result(void **state)
{
    (void)state;
    void *context = zmq_ctx_new();
    service *worker = start_worker(context);
    entente_client *client;
    entente_options options = {.endpoints = endpoints, .endpoint_count = 1, .window_articles = 50};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    unsigned char seen[501] = {0};
    int submitted = 0, taken = 0;
    while (taken < 500) {
        uint64_t ticket;
        char id[16];
        snprintf(id, sizeof id, "%d", submitted + 1);
        entente_status e = submitted < 500 ? entente_client_submit(client, id, "Ghana and Togo agreed to share the port.", 40, &ticket) : ENTENTE_AGAIN;
        if (e == ENTENTE_OK) {
            submitted++;
            assert_int_equal(ticket, submitted);
            continue;
        }
        assert_int_equal(e, ENTENTE_AGAIN);
        entente_result *r;
        assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
        assert_int_equal(entente_result_status(r), ENTENTE_OK);
        assert_int_equal(entente_result_article(r)->agreement_count, 1);
        int n = atoi(entente_result_id(r));
        assert_int_equal((int)entente_result_ticket(r), n);
        assert_int_equal(seen[n]++, 0);
        entente_result_free(r);
        taken++;
    }
    entente_result *r;
    assert_int_equal(entente_client_next(client, 0, &r), ENTENTE_CLOSED);
    char large[1001];
    memset(large, 'x', sizeof large);
    assert_int_equal(entente_client_submit(client, "large", large, sizeof large, NULL), ENTENTE_TOO_LARGE);
    assert_int_equal(entente_client_submit(client, "blank", "  ", 2, NULL), ENTENTE_OK);
    assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
    assert_int_equal(entente_result_status(r), ENTENTE_EMPTY);
    assert_null(entente_result_article(r));
    entente_result_free(r);
    entente_client_close(client);
    service_drain(worker);
    service_join(worker);
    zmq_ctx_term(context);
}

static void nobody_answers(void **state)
{
    (void)state;
    const char *const dead[] = {"ipc:///tmp/entente-test-nobody"};
    entente_client *client;
    entente_options options = {.endpoints = dead, .endpoint_count = 1, .wait_ms = 300};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    entente_result *r;
    uint64_t ticket;
    assert_int_equal(entente_client_submit(client, "a", "text", 4, NULL), ENTENTE_OK);
    assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
    assert_int_equal(entente_result_status(r), ENTENTE_UNAVAILABLE);
    entente_result_free(r);
    assert_int_equal(entente_client_cancel(client, 99), ENTENTE_INVALID);
    (void)ticket;
    entente_client_close(client);
    options.endpoint_count = 0;
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_INVALID);
    entente_client_close(NULL);
}

/* A worker of the future, made of a bare ROUTER: answers one greeting. */
static void *newer_worker(void *context, char name[64])
{
    void *router = zmq_socket(context, ZMQ_ROUTER);
    int patience = 10000, zero = 0;
    snprintf(name, 64, "ipc:///tmp/entente-test-newer-%d", (int)getpid());
    zmq_setsockopt(router, ZMQ_RCVTIMEO, &patience, sizeof patience);
    zmq_setsockopt(router, ZMQ_LINGER, &zero, sizeof zero);
    assert_int_equal(zmq_bind(router, name), 0);
    return router;
}

static void greet_as_newer(void *router)
{
    char identity[64], header[64];
    int n = zmq_recv(router, identity, sizeof identity, 0);
    assert_true(n > 0);
    assert_true(zmq_recv(router, header, sizeof header, 0) > 0);
    zmq_send(router, identity, (size_t)n, ZMQ_SNDMORE);
    zmq_send(router, "\x08\x02\x1a\x00", 4, 0);
}

static void a_newer_worker_is_refused(void **state)
{
    (void)state;
    void *context = zmq_ctx_new(), *router = newer_worker(context, endpoint);
    entente_client *client;
    entente_options options = {.endpoints = endpoints, .endpoint_count = 1};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    assert_int_equal(entente_client_submit(client, "a", "text", 4, NULL), ENTENTE_OK);
    greet_as_newer(router);
    entente_result *r;
    assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
    assert_int_equal(entente_result_status(r), ENTENTE_VERSION);
    assert_non_null(strstr(entente_result_message(r), "upgrade"));
    entente_result_free(r);
    assert_int_equal(entente_client_submit(client, "b", "text", 4, NULL), ENTENTE_VERSION);
    entente_client_close(client);
    zmq_close(router);
    zmq_ctx_term(context);
}

static void a_newer_worker_spoils_nothing_beside_another(void **state)
{
    (void)state;
    void *context = zmq_ctx_new();
    service *worker = start_worker(context);
    char newer[64];
    void *router = newer_worker(context, newer);
    const char *const both[] = {endpoint, newer};
    entente_client *client;
    entente_options options = {.endpoints = both, .endpoint_count = 2, .wait_ms = 20000};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    while (!entente_client_workers(client))
        usleep(1000);
    for (int i = 0; i < 200; i++)
        assert_int_equal(entente_client_submit(client, "a", "Ghana and Togo agreed to share the port.", 40, NULL), ENTENTE_OK);
    greet_as_newer(router);
    for (int i = 0; i < 200; i++) {
        entente_result *r;
        assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
        assert_int_equal(entente_result_status(r), ENTENTE_OK);
        entente_result_free(r);
    }
    entente_client_close(client);
    zmq_close(router);
    service_drain(worker);
    service_join(worker);
    zmq_ctx_term(context);
}

/* Sends a header to whom `router` heard last. */
static void reply(void *router, const char *identity, int n, const wire_header *h)
{
    arena a;
    const uint8_t *data;
    size_t length;
    arena_init(&a, 1 << 16);
    assert_int_equal(wire_header_pack(h, &a, &data, &length), ENTENTE_OK);
    zmq_send(router, identity, (size_t)n, ZMQ_SNDMORE);
    zmq_send(router, data, length, 0);
    arena_done(&a);
}

/* A worker that welcomes and then takes nothing, made of a bare ROUTER: what waits ends all the same. */
static void always_busy_is_no_worker(void **state)
{
    (void)state;
    void *context = zmq_ctx_new(), *router = newer_worker(context, endpoint);
    int patience = 200;
    zmq_setsockopt(router, ZMQ_RCVTIMEO, &patience, sizeof patience);
    entente_client *client;
    entente_options options = {.endpoints = endpoints, .endpoint_count = 1, .wait_ms = 20};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    entente_result *r = NULL;
    bool submitted = false;
    for (int i = 0; i < 200 && !r; i++) {
        char identity[64], data[65536];
        arena a;
        wire_header h;
        int n = zmq_recv(router, identity, sizeof identity, 0), size = n > 0 ? zmq_recv(router, data, sizeof data, 0) : 0, more = 0;
        size_t of = sizeof more;
        if (n > 0 && zmq_getsockopt(router, ZMQ_RCVMORE, &more, &of) == 0 && more)
            zmq_recv(router, &(char[65536]){0}, 65536, 0);
        arena_init(&a, 1 << 20);
        if (n > 0 && wire_header_unpack((uint8_t *)data, (size_t)size, &a, &h) == ENTENTE_OK)
            reply(router, identity, n, h.type == WIRE_HELLO ? &(wire_header){.type = WIRE_WELCOME, .credit = 1, .threads = 1, .boot_id = 1} : &(wire_header){.type = WIRE_BUSY, .batch_id = h.batch_id, .retry_after_ms = 10});
        arena_done(&a);
        if (!submitted && entente_client_workers(client))
            submitted = entente_client_submit(client, "a", "text", 4, NULL) == ENTENTE_OK;
        if (submitted && entente_client_next(client, 0, &r) != ENTENTE_OK)
            r = NULL;
    }
    assert_non_null(r);
    assert_int_equal(entente_result_status(r), ENTENTE_UNAVAILABLE);
    assert_non_null(strstr(entente_result_message(r), "too busy"));
    entente_result_free(r);
    entente_client_close(client);
    zmq_close(router);
    zmq_ctx_term(context);
}

/* A caller that never takes a result must not make the client grow. */
static void results_not_taken_fill_the_window(void **state)
{
    (void)state;
    void *context = zmq_ctx_new();
    service *worker = start_worker(context);
    entente_client *client;
    entente_options options = {.endpoints = endpoints, .endpoint_count = 1, .window_articles = 3};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    int taken = 0;
    for (int i = 0; i < 300 && taken < 10; i++) {
        taken += entente_client_submit(client, "a", "text", 4, NULL) == ENTENTE_OK;
        usleep(1000);
    }
    assert_int_equal(taken, 3);
    entente_result *r;
    assert_int_equal(entente_client_next(client, 20000, &r), ENTENTE_OK);
    entente_result_free(r);
    assert_int_equal(entente_client_submit(client, "b", "text", 4, NULL), ENTENTE_OK);
    entente_client_close(client);
    service_drain(worker);
    service_join(worker);
    zmq_ctx_term(context);
}

static void cancelled_articles_say_so(void **state)
{
    (void)state;
    const char *const dead[] = {"ipc:///tmp/entente-test-nobody"};
    entente_client *client;
    entente_options options = {.endpoints = dead, .endpoint_count = 1, .wait_ms = 60000};
    assert_int_equal(entente_client_open(&options, &client), ENTENTE_OK);
    uint64_t tickets[3];
    entente_result *r;
    for (int i = 0; i < 3; i++)
        assert_int_equal(entente_client_submit(client, "a", "text", 4, &tickets[i]), ENTENTE_OK);
    assert_int_equal(entente_client_cancel(client, tickets[2]), ENTENTE_OK);
    assert_int_equal(entente_client_cancel(client, tickets[2]), ENTENTE_INVALID);
    assert_int_equal(entente_client_cancel(client, tickets[0]), ENTENTE_OK);
    for (int i = 2; i >= 0; i -= 2) { /* at once, not when the others end */
        assert_int_equal(entente_client_next(client, 1000, &r), ENTENTE_OK);
        assert_int_equal(entente_result_status(r), ENTENTE_CANCELLED);
        assert_int_equal((int)entente_result_ticket(r), (int)tickets[i]);
        entente_result_free(r);
    }
    assert_int_equal(entente_client_next(client, 0, &r), ENTENTE_AGAIN);
    entente_client_close(client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_article_has_one_result),
        cmocka_unit_test(nobody_answers),
        cmocka_unit_test(a_newer_worker_is_refused),
        cmocka_unit_test(a_newer_worker_spoils_nothing_beside_another),
        cmocka_unit_test(always_busy_is_no_worker),
        cmocka_unit_test(results_not_taken_fill_the_window),
        cmocka_unit_test(cancelled_articles_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* A program of a user: built against the installed library alone. Usage: example ENDPOINT */
#include <entente.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *const endpoints[] = {argc > 1 ? argv[1] : "tcp://127.0.0.1:5555"};
    const char *text = "Ghana and Togo agreed to share the port.";
    entente_options options = {.endpoints = endpoints, .endpoint_count = 1};
    entente_client *client;
    entente_result *result;
    if (entente_client_open(&options, &client) || entente_client_submit(client, "one", text, strlen(text), NULL))
        return 1;
    while (entente_client_next(client, -1, &result) == ENTENTE_OK) {
        const entente_article *article = entente_result_article(result);
        printf("%s: %s\n", entente_result_id(result), entente_status_name(entente_result_status(result)));
        for (size_t i = 0; article && i < article->agreement_count; i++)
            printf("%s %s: %s\n", entente_kind_name(article->agreements[i].kind), article->agreements[i].parties[0].name,
                   article->agreements[i].obligations[0].text);
        entente_result_free(result);
    }
    entente_client_close(client);
    return 0;
}

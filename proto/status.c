/* SPDX-License-Identifier: MIT */
#include "status.h"

const char *entente_status_name(entente_status status)
{
    switch (status) {
#define X(name, value, text) \
    case ENTENTE_##name:     \
        return #name;
        ENTENTE_STATUS_LIST(X)
#undef X
    }
    return "INTERNAL";
}

const char *entente_status_text(entente_status status)
{
    switch (status) {
#define X(name, value, text) \
    case ENTENTE_##name:     \
        return text;
        ENTENTE_STATUS_LIST(X)
#undef X
    }
    return "unknown status";
}

/* SPDX-License-Identifier: MIT */
/* Dates, by-lines, date lines and agencies. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cleanup.h"

static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

/* The month that a word names, whole or cut as in "Sept": not "MARIETTA"; 0: none. */
static int month_at(const char *p)
{
    for (int m = 0; m < 12; m++) {
        size_t letters = 3;
        if (strncasecmp(p, months[m], letters) != 0)
            continue;
        while (months[m][letters] && tolower((unsigned char)p[letters]) == months[m][letters])
            letters++;
        return isalpha((unsigned char)p[letters]) ? 0 : m + 1;
    }
    return 0;
}

/* Writes a day of the years 1900 to 2100; false, and nothing, when there is no such day. */
static bool put_date(char iso[11], unsigned day, int month, unsigned year)
{
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2100)
        return false;
    snprintf(iso, 11, "%04u-%02u-%02u", year % 10000, (unsigned)month % 100, day % 100);
    return true;
}

bool cleanup_is_place_and_day(const char *data, uint32_t start, uint32_t end)
{
    enum { LONGEST = 48 };
    uint32_t day = end, month;
    while (day > start && isdigit((unsigned char)data[day - 1]))
        day--;
    if (end - start > LONGEST || day == end || end - day > 2 || day < start + 8 || data[day - 1] != ' ' || !isupper((unsigned char)data[start]))
        return false;
    for (month = day - 1; month > start && isalpha((unsigned char)data[month - 1]); month--)
        ;
    if (month <= start + 4 || data[month - 1] != ' ' || data[month - 2] != ',' || !isupper((unsigned char)data[month]) || !islower((unsigned char)data[month + 1]) || !month_at(data + month) || atoi(data + day) < 1 || atoi(data + day) > 31)
        return false;
    for (uint32_t i = start; i < month; i++)
        if (isdigit((unsigned char)data[i]))
            return false;
    return true;
}

/* Whether four digits stand together, as in any date that tells its year. */
static bool holds_year(const char *data, uint32_t start, uint32_t end)
{
    for (uint32_t i = start + 3; i < end; i += 4) /* one of each four digits stands here */
        if (data[i] >= '0' && data[i] <= '9') {
            uint32_t from = i, to = i;
            while (from > start && data[from - 1] >= '0' && data[from - 1] <= '9')
                from--;
            while (to < end && data[to] >= '0' && data[to] <= '9')
                to++;
            if (to - from >= 4)
                return true;
        }
    return false;
}

/* "22nd" as "22": what stands behind a first number, if it is such an ending. */
static void drop_ordinal(char *p)
{
    p += strcspn(p, "0123456789");
    p += strspn(p, "0123456789");
    if (strncmp(p, "st", 2) == 0 || strncmp(p, "nd", 2) == 0 || strncmp(p, "rd", 2) == 0 || strncmp(p, "th", 2) == 0)
        memmove(p, p + 2, strlen(p + 2) + 1);
}

bool cleanup_find_date(const char *data, uint32_t start, uint32_t end, char iso[11])
{
    if (!holds_year(data, start, end))
        return false;
    for (uint32_t i = start; i + 8 < end; i++) {
        if ((i > start && isalnum((unsigned char)data[i - 1])) || !(isdigit((unsigned char)data[i]) || (isupper((unsigned char)data[i]) && month_at(data + i))))
            continue;
        char piece[32] = {0}, name[16] = {0};
        memcpy(piece, data + i, end - i < 31 ? end - i : 31);
        drop_ordinal(piece);
        unsigned day = 0, year = 0, second = 0;
        int month = 0;
        char mark[2], again[2];
        size_t digits = strspn(piece, "0123456789");
        bool in_numbers = digits && (piece[digits] == '-' || piece[digits] == '/' || piece[digits] == '.');
        if (in_numbers && digits == 4 && sscanf(piece, "%4u%1[-/]%2d%1[-/]%2u", &year, mark, &month, again, &day) == 5 && *mark == *again) {
        } else if (in_numbers && digits < 3 && sscanf(piece, "%2u%1[/.]%2u%1[/.]%4u", &day, mark, &second, again, &year) == 5 && *mark == *again) {
            bool american = second > 12; /* which is the month, where one of them can be no other */
            month = (int)(american ? day : day > 12 || day == second ? second : 0);
            day = american ? second : day;
        } else if (digits && digits < 3 && sscanf(piece, "%2u %15[A-Za-z]%*[., ]%4u", &day, name, &year) == 3) {
            month = month_at(name);
        } else if (!digits && sscanf(piece, "%15[A-Za-z]%*[. ]%2u%*[, ]%4u", name, &day, &year) == 3) {
            month = month_at(name);
        } else {
            month = 0; /* what some form has read in part */
        }
        if (put_date(iso, day, month, year))
            return true;
    }
    return false;
}

view cleanup_before_date(const char *data, view v)
{
    enum { DATE = 10, DASH = 3, LEAST = 16 };
    char iso[11];
    uint32_t at = v.end - DATE;
    bool behind = v.end >= v.start + LEAST + DASH + DATE && memcmp(data + at - DASH, " - ", DASH) == 0 && data[at + 4] == '-' && cleanup_find_date(data, at, v.end, iso);
    return behind ? (view){v.start, at - DASH} : v;
}

static const char *const agencies[] = {"Reuters", "AP", "Associated Press", "AFP", "Xinhua", "Bloomberg", "UPI", "dpa", "TASS", "Kyodo", "ANSA", "EFE", "ANI", "PTI", "IANS", "Interfax", "RIA Novosti", "Yonhap", "IRNA", "KUNA", "AAP", "Bernama", "Antara"};

/* Notes of whoever took it down, "[TEXT]", "[SPEECH] [TEXT]", before the words themselves. */
static uint32_t behind_notes(const char *d, uint32_t i, uint32_t end)
{
    enum { NOTE = 160 };
    while (i < end && d[i] == '[') {
        const char *close = memchr(d + i, ']', end - i < NOTE ? end - i : NOTE);
        if (!close || close + 1 >= d + end)
            break;
        i = (uint32_t)(close + 1 - d);
        while (i < end && (d[i] == ' ' || d[i] == '\n'))
            i++;
    }
    return i;
}

/* The bytes of a dash, "-", "--", an en or an em dash; 0: there is none. */
static uint32_t dash_at(const char *d)
{
    bool long_dash = (unsigned char)*d == 0xE2 && (strncmp(d, "\xE2\x80\x93", 3) == 0 || strncmp(d, "\xE2\x80\x94", 3) == 0);
    return long_dash ? 3 : *d != '-' ? 0 : d[1] == '-' ? 2 : 1;
}

view cleanup_behind_dateline(const text *t, view p)
{
    enum { PLACE = 70, PLACE_AND_SOURCE = 110 };
    const char *d = t->data;
    uint32_t most = p.end - p.start > PLACE_AND_SOURCE ? p.start + PLACE_AND_SOURCE : p.end, capitals = p.start, digits = 0, opened = 0, closed = 0;
    while (capitals < most && ((d[capitals] >= 'A' && d[capitals] <= 'Z') || (capitals > p.start && capitals + 1 < most && d[capitals] == '\'' && isupper((unsigned char)d[capitals + 1])))) /* "N'DJAMENA" */
        capitals++;
    if (capitals == p.start)
        return p;
    if (p.end > p.start + 2 && memcmp(d + p.end - 2, " -", 2) == 0 && cleanup_is_place_and_day(d, p.start, p.end - 2))
        return (view){p.end, p.end}; /* "VIENNA, Nov 30 -", on a line of its own */
    if (capitals - p.start < 3 && most > p.start + PLACE / 2 + 2)
        most = p.start + PLACE / 2 + 2; /* only "Detroit, March 24 -" may come, and soon */
    if (capitals - p.start < 3 && !memchr(d + p.start, '(', most - p.start) && !memchr(d + p.start, ',', most - p.start))
        return p; /* most paragraphs: neither a source nor a day */
    uint32_t open = capitals - p.start < 3 ? capitals : most; /* "Brussels, April 26 (Agency) Donors": without a dash */
    while (open < most && (isalnum((unsigned char)d[open]) || d[open] == ' ' || d[open] == ','))
        open++;
    if (open < most && d[open] == '(' && open > p.start + 1 && d[open - 1] == ' ' && cleanup_is_place_and_day(d, p.start, open - 1)) {
        const char *close = memchr(d + open, ')', most - open);
        if (close && close + 2 < d + p.end && close[1] == ' ' && isupper((unsigned char)close[2]))
            return (view){(uint32_t)(close + 2 - d), p.end};
    }
    uint32_t source = capitals - p.start >= 3 ? capitals : most; /* "LIMA (Agency) Donors", "SALEM, Ore. (Agency) A lobbyist" */
    while (source < most && (isalpha((unsigned char)d[source]) || d[source] == ' ' || d[source] == ',' || d[source] == '.'))
        source++;
    if (source + 3 < most && d[source] == '(' && d[source - 1] == ' ') {
        const char *close = memchr(d + source, ')', most - source < 20 ? most - source : 20);
        bool agency = false;
        for (size_t k = 0; close && k < sizeof agencies / sizeof *agencies; k++)
            agency |= strlen(agencies[k]) == (size_t)(close - d) - source - 1 && memcmp(d + source + 1, agencies[k], strlen(agencies[k])) == 0;
        if (agency && close + 2 < d + p.end && close[1] == ' ' && isupper((unsigned char)close[2]))
            return (view){(uint32_t)(close + 2 - d), p.end};
    }
    for (uint32_t i = capitals; i + 2 < most; i++) {
        digits += d[i] >= '0' && d[i] <= '9';
        opened += d[i] == '(';
        closed += d[i] == ')';
        if (d[i] == '.' && capitals - p.start < 3)
            return p;
        uint32_t closed_up = dash_at(d + i); /* "SALEM, Ore.—Workers", "SALEM, Ore.--Workers", not "PORT-Alto" */
        if (closed_up > 1 && i + closed_up + 1 < most && d[i - 1] != ' ' && isupper((unsigned char)d[i + closed_up]) && capitals - p.start >= 3 && i - p.start < PLACE && (closed || memchr(d + p.start, ',', i - p.start)))
            return (view){behind_notes(d, i + closed_up, p.end), p.end};
        if (d[i] == ')' && capitals - p.start >= 3) { /* "LIMA (Agency) -Donors", "LIMA (Agency)---Donors", "LIMA, March 1 (Agency): Donors" */
            uint32_t word = i + 1 + (d[i + 1] == ' ');
            if (d[word] == ':' && d[word + 1] == ' ' && word + 2 < p.end && isupper((unsigned char)d[word + 2]))
                return (view){word + 2, p.end};
            while (word + 1 < most && d[word] == '-')
                word++;
            if (d[word - 1] == '-' && isupper((unsigned char)d[word]))
                return (view){word, p.end};
        }
        if (d[i] != ' ' || opened > closed)
            continue;
        uint32_t dash = d[i + 1] == '_' ? 1 : dash_at(d + i + 1);
        if (!dash || i + 1 + dash >= p.end || d[i + 1 + dash] != ' ')
            continue;
        /* "PARIS, June 5 -"; "Detroit, March 24 -" has its month right behind the place; a source stands in brackets */
        bool place = capitals - p.start >= 3 && (i - p.start < PLACE || (digits && closed));
        const char *comma = memchr(d + p.start, ',', i - p.start);
        bool dated = comma && i - p.start < PLACE / 2 && digits && digits <= 2 && comma[1] == ' ' && d[i - 1] >= '0' && d[i - 1] <= '9';
        return place || dated ? (view){behind_notes(d, i + 2 + dash, p.end), p.end} : p;
    }
    return p;
}

/* Cities that stand alone in date lines, which some sites print with nothing behind them: "LONDON British ministers ...". */
static const char *const cities[] = {"ABUJA", "ACCRA", "ADDIS ABABA", "ALGIERS", "AMMAN", "AMSTERDAM", "ANKARA", "ATHENS", "ATLANTA", "BAGHDAD", "BANGKOK", "BEIJING", "BEIRUT", "BELFAST", "BELGRADE", "BERLIN", "BOGOTA", "BOSTON", "BRASILIA", "BRUSSELS", "BUCHAREST", "BUDAPEST", "BUENOS AIRES", "CAIRO", "CANBERRA", "CAPE TOWN", "CARACAS", "CHICAGO", "COLOMBO", "COPENHAGEN", "DAKAR", "DALLAS", "DAMASCUS", "DENVER", "DETROIT", "DHAKA", "DOHA", "DUBAI", "DUBLIN", "EDINBURGH", "FRANKFURT", "GAZA", "GENEVA", "HANOI", "HARARE", "HAVANA", "HELSINKI", "HONG KONG", "HOUSTON", "ISLAMABAD", "ISTANBUL", "JAKARTA", "JERUSALEM", "JOHANNESBURG", "KABUL", "KAMPALA", "KATHMANDU", "KHARTOUM", "KIEV", "KUALA LUMPUR", "KYIV", "LAGOS", "LAS VEGAS", "LIMA", "LISBON", "LONDON", "LOS ANGELES", "LUSAKA", "MADRID", "MANILA", "MELBOURNE", "MEXICO CITY", "MIAMI", "MILAN", "MINSK", "MOGADISHU", "MOSCOW", "MUMBAI", "MUNICH", "NAIROBI", "NEW DELHI", "NEW YORK", "OSLO", "OTTAWA", "PARIS", "PHILADELPHIA", "PRAGUE", "PRETORIA", "PYONGYANG", "RABAT", "RIYADH", "ROME", "SAN FRANCISCO", "SANTIAGO", "SAO PAULO", "SARAJEVO", "SEATTLE", "SEOUL", "SHANGHAI", "SINGAPORE", "SOFIA", "STOCKHOLM", "SYDNEY", "TAIPEI", "TEHRAN", "TEL AVIV", "THE HAGUE", "TOKYO", "TORONTO", "TRIPOLI", "TUNIS", "UNITED NATIONS", "VIENNA", "WARSAW", "WASHINGTON", "WELLINGTON", "YANGON", "ZAGREB", "ZURICH"};

/* Whether a range is the name of one, in capitals or not. */
static bool is_city(const char *d, uint32_t n)
{
    for (size_t k = 0; k < sizeof cities / sizeof *cities; k++)
        if (strlen(cities[k]) == n && strncasecmp(cities[k], d, n) == 0)
            return true;
    return false;
}

/* Where such a city at the start of a paragraph ends; the start itself when there is none. */
static uint32_t city_end(const text *t, view p)
{
    const char *d = t->data + p.start;
    enum { LONGEST = 16 };
    uint32_t n = 0, most = p.end - p.start;
    while (n + 1 < most && n < LONGEST && ((d[n] >= 'A' && d[n] <= 'Z') || (d[n] == ' ' && isupper((unsigned char)d[n + 1]) && n + 2 < most && isupper((unsigned char)d[n + 2]))))
        n++;
    if (n < 4 || n + 3 >= most || d[n] != ' ' || !isupper((unsigned char)d[n + 1]) || !islower((unsigned char)d[n + 2]))
        return p.start;
    return is_city(d, n) ? p.start + n : p.start;
}

/* What is behind "Maputo [Mozambique], July 29 (Agency): "; the paragraph itself where there is no such thing. */
static view behind_bracketed_country(const char *d, view p)
{
    enum { PLACE = 30, REACH = 90 };
    const uint32_t most = p.end - p.start < REACH ? p.end : p.start + REACH;
    uint32_t i = p.start;
    while (i < most && i < p.start + PLACE && (isalpha((unsigned char)d[i]) || d[i] == ' ' || d[i] == '-' || (unsigned char)d[i] >= 0x80))
        i++;
    if (i + 2 >= most || d[i] != '[' || d[i - 1] != ' ' || !isupper((unsigned char)d[i + 1]))
        return p;
    while (i < most && d[i] != ':' && (isalnum((unsigned char)d[i]) || strchr(" ,.()[]/", d[i])))
        i++;
    return i + 2 < most && d[i] == ':' && d[i + 1] == ' ' ? (view){i + 2, p.end} : p;
}

view cleanup_behind_place(const text *t, view p)
{
    enum { PLACE = 40, PAIR = 200 };
    const char *d = t->data;
    view rest = cleanup_behind_dateline(t, p);
    if (rest.start > p.start || p.start >= p.end)
        return rest;
    if (d[p.start] == '(') { /* "(Agency) -- The government ..." */
        enum { AGENCY = 20 };
        const char *close = memchr(d + p.start, ')', p.end - p.start < AGENCY ? p.end - p.start : AGENCY);
        uint32_t at = close ? (uint32_t)(close - d) + 1 : p.end;
        uint32_t dash = at + 4 < p.end && d[at] == ' ' ? dash_at(d + at + 1) : 0, behind = at + 1 + dash;
        return dash && behind + 1 < p.end && d[behind] == ' ' && isupper((unsigned char)d[p.start + 1]) && isupper((unsigned char)d[behind + 1]) ? (view){behind + 1, p.end} : p;
    }
    if (!isupper((unsigned char)d[p.start]))
        return p;
    view behind = behind_bracketed_country(d, p);
    if (behind.start > p.start)
        return behind;
    uint32_t city = city_end(t, p);
    if (city > p.start)
        return (view){city + 1, p.end};
    const char *colon = memchr(d + p.start, ':', p.end - p.start < PLACE ? p.end - p.start : PLACE); /* "BAMAKO, May 24: The ...", "Dhaka: The ..." */
    uint32_t at = colon ? (uint32_t)(colon - d) : p.end;
    if (at + 2 < p.end && d[at + 1] == ' ' && isupper((unsigned char)d[at + 2]) && (cleanup_is_place_and_day(d, p.start, at) || is_city(d + p.start, at - p.start)))
        return (view){at + 2, p.end};
    uint32_t dash = 0, end = 0, capitals = p.start;
    while (capitals < p.end && capitals < p.start + PLACE && isupper((unsigned char)d[capitals]))
        capitals++;
    uint32_t name = capitals;
    while (name + 1 < p.end && name < p.start + PLACE && (isupper((unsigned char)d[name]) || (d[name] == ' ' && isupper((unsigned char)d[name + 1]))))
        name++;
    if (name > p.start + 3 && name + 3 < p.end && d[name] == ':' && d[name + 1] == ' ' && isupper((unsigned char)d[name + 2]) && islower((unsigned char)d[name + 3]))
        return (view){name + 2, p.end}; /* "MANILA: The government ...", "NEW DELHI: The ..." */
    if (name > p.start + 3 && name + 4 < p.end && memcmp(d + name, " | ", 3) == 0 && isupper((unsigned char)d[name + 3]))
        return (view){name + 3, p.end}; /* "OTTAWA | The government ..." */
    for (uint32_t i = capitals; capitals > p.start + 3 && i + 2 < p.end && i < p.start + PLACE && (isalpha((unsigned char)d[i]) || (d[i] == ' ' && isupper((unsigned char)d[i + 1])) || d[i] == ',' || d[i] == '.' || d[i] == ':'); i++)
        if (d[i] == ':' && i + 3 < p.end)
            return memchr(d + p.start, ',', i - p.start) && d[i + 1] == ' ' && isupper((unsigned char)d[i + 2]) && islower((unsigned char)d[i + 3]) ? (view){i + 2, p.end} : p; /* "NAIROBI, Kenya: The government ..." */
    for (uint32_t i = p.start; i + 4 < p.end && i < p.start + PLACE && !dash; i++) {
        if (d[i] != ' ')
            continue;
        end = i + 1 + dash_at(d + i + 1);
        dash = end > i + 1 && end < p.end && d[end] == ' ' ? i + 1 : 0;
        if (!dash && !isupper((unsigned char)d[i + 1]) && !isdigit((unsigned char)d[i + 1]) && d[i + 1] != '(' && memcmp(d + i, " and ", 5) != 0)
            return p; /* a place is of names alone; a day and the agency may stand by it */
    }
    if (!dash || dash < p.start + 4 || end + 1 >= p.end || !(isupper((unsigned char)d[end + 1]) || d[end + 1] == '"' || d[end + 1] == '['))
        return p;
    for (uint32_t i = end; i + 3 < p.end && i < end + PAIR; i++)
        if (memcmp(d + i, d + dash, end - dash) == 0)
            return p; /* "Acme -- Jo Doe's firm -- said" */
    return (view){behind_notes(d, end + 1, p.end), p.end};
}

/* The day of "LA PAZ, 27 JUN 89 (Agency) --", whose year has two digits: elsewhere they could be anything. */
static void read_short_date(const char *d, uint32_t start, uint32_t end, char iso[11])
{
    enum { CENTURY_TURNS = 70 };
    for (uint32_t i = start + 1; i + 8 < end; i++) {
        unsigned day, year;
        char name[16], behind, piece[32] = {0};
        if (d[i - 1] != ' ' || !isdigit((unsigned char)d[i]))
            continue;
        memcpy(piece, d + i, end - i < 31 ? end - i : 31);
        if (sscanf(piece, "%2u %15[A-Za-z] %2u%c", &day, name, &year, &behind) == 4 && !isalnum((unsigned char)behind) && put_date(iso, day, month_at(name), (year < CENTURY_TURNS ? 2000 : 1900) + year))
            return;
    }
}

/* "PARIS, June 5 (Reuters) - ..." opens the body: the place and the agency. */
static void read_dateline(const text *t, cleanup *c, const block *b)
{
    view rest = cleanup_behind_place(t, (view){b->start, b->end});
    uint32_t name_end = b->start;
    while (name_end < rest.start && !strchr(",([_|:", t->data[name_end]) && !(t->data[name_end] == '-' && (t->data[name_end - 1] == ' ' || t->data[name_end + 1] == '-')) && (unsigned char)t->data[name_end] != 0xE2)
        name_end++; /* "PORT-AU-PRINCE, Haiti": a hyphen may be of the name */
    const char *open = memchr(t->data + b->start, '(', rest.start - b->start);
    const char *close = open ? memchr(open, ')', (size_t)(t->data + rest.start - open)) : NULL;
    for (size_t k = 0; close && k < sizeof agencies / sizeof *agencies; k++)
        if (strlen(agencies[k]) == (size_t)(close - open - 1) && strncasecmp(open + 1, agencies[k], (size_t)(close - open - 1)) == 0)
            c->agency = (view){(uint32_t)(open + 1 - t->data), (uint32_t)(close - t->data)};
    while (name_end > b->start && t->data[name_end - 1] == ' ')
        name_end--;
    bool day_first = month_at(t->data + b->start) != 0;
    if (day_first && close && isupper((unsigned char)open[1]) && isupper((unsigned char)open[2]) && !c->agency.end) /* "January 23, 2014 (ADDIS ABABA) -" */
        c->dateline = (view){(uint32_t)(open + 1 - t->data), (uint32_t)(close - t->data)};
    else if (!day_first && name_end > b->start && strncmp(t->data + b->start, "By ", 3) != 0)
        c->dateline = (view){b->start, name_end};
    if (c->dateline.end && !c->published[0] && !cleanup_find_date(t->data, b->start, rest.start, c->published))
        read_short_date(t->data, b->start, rest.start, c->published);
}

static void read_line(const text *t, cleanup *c, block *b)
{
    const char *p = t->data + b->start;
    char iso[11];
    if (b->words <= 10 && !b->terminal && strncasecmp(p, "by ", 3) == 0 && isupper((unsigned char)p[3]) && c->byline.end == 0) {
        b->role = BLOCK_BYLINE;
        c->byline = (view){b->start + 3, b->end};
    } else if (b->words <= 12 && !b->terminal && cleanup_find_date(t->data, b->start, b->end, iso)) {
        b->role = BLOCK_DATE;
        if (!c->published[0])
            memcpy(c->published, iso, sizeof iso);
    }
}

enum { HEAD_BLOCKS = 12 }; /* how far above the body its by-line and date may stand */

void cleanup_metadata(const text *t, cleanup *c)
{
    uint32_t first = 0;
    for (; first < c->count && c->blocks[first].role != BLOCK_BODY; first++) {
        const block *b = &c->blocks[first];
        uint32_t before = b->role == BLOCK_TITLE ? cleanup_before_date(t->data, (view){b->start, b->end}).end : b->end;
        if (before < b->end)
            (void)cleanup_find_date(t->data, before, b->end, c->published);
    }
    if (first == c->count)
        return;
    for (uint32_t i = first > HEAD_BLOCKS ? first - HEAD_BLOCKS : 0; i < first + 3 && i < c->count; i++)
        if (c->blocks[i].role == BLOCK_REMOVED || c->blocks[i].role == BLOCK_BODY)
            read_line(t, c, &c->blocks[i]);
    while (first < c->count && c->blocks[first].role != BLOCK_BODY)
        first++;
    if (first == c->count)
        return;
    enum { OPENING = 4 }; /* blocks of the body in which the date line may stand, behind a summary */
    const block *b = &c->blocks[first];
    for (uint32_t i = first; i < c->count && i < first + OPENING && !c->dateline.end; i++)
        if (c->blocks[i].role == BLOCK_BODY)
            read_dateline(t, c, &c->blocks[i]);
    if (!c->published[0] && b->words < 12)
        (void)cleanup_find_date(t->data, b->start, b->end, c->published);
}

#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns a data file of the pipeline into the initialisers of a sorted C array.
# usage: table.sh entities|clutter|gate|lexicon|countries|places|sectors|confidence FILE [ISO_3166.json...] > FILE.inc
set -eu
export LC_ALL=C
plain() { grep -v -e '^#' -e '^$' "$1"; }
case $1 in
entities) plain "$2" | sort -k1,1 | awk '{ printf "{\"%s\", %d},\n", $1, $2 }' ;;
clutter) plain "$2" | awk '{ r = $1; p = toupper($2); sub(/^[^ ]+ [^ ]+ /, ""); printf "%s\t{CLUTTER_%s, PLACE_%s, \"%s\", %d},\n", $0, r, p, $0, length($0) }' | sort | cut -f2 ;;
gate) plain "$2" | awk '!/^[-~+]?[a-z][a-z][a-z -]/ { print "#error gate.txt: \"" $0 "\" must start with two letters and a third, a space or a hyphen"; next } /^-/ { n = split(substr($0, 2), w, " "); printf "{\"%s %s\", GATE_BEHIND},\n", w[n], w[n - 1]; next } { k = /^~/ ? "GATE_NEEDS_COMPANY" : /^\+/ ? "GATE_COMPANY" : "GATE_ALONE"; sub(/^[~+]/, ""); printf "{\"%s\", %s},\n", $0, k }' | sort ;;
lexicon) plain "$2" | awk '{ for (i = 2; i <= NF; i++) mask[$i] = mask[$i] "|CLASS_" $1 } END { for (w in mask) printf "%s\t{\"%s\", 0%s},\n", w, w, mask[w] }' | sort | cut -f2 ;;
countries) # our own names first: of two countries with one name the first counts, and ISO's names of those that we have stand for ours
    { plain "$2"; shift 2; cat "$@" | sed -n 's/^ *"\(alpha_3\|name\|common_name\|official_name\)": "\(.*\)",*$/\1|\2/p; s/^ *},*$/end/p'; } | awk -F'|' '
        function put(key, code, name, own, capital, short) {
            key = tolower(key)
            if (!(key in seen) && key !~ /[,()]/) printf "%s\t{\"%s\", \"%s\", \"%s\", %d, %d, %d},\n", key, key, name, code, own, capital, short
            seen[key] = 1
        }
        /^[A-Z]+\|/ { for (i = 2; i <= NF; i++) { capital = sub(/^@/, "", $i); short = sub(/^=/, "", $i); put($i, $1, $2, i == 2, capital, short) } named[$1] = $2; next }
        $1 == "alpha_3" { code = $2 }
        $1 == "name" || $1 == "common_name" || $1 == "official_name" { sub(/,.*/, "", $2); alias[$1] = $2 }
        $1 == "end" && code != "" {
            if (!(code in named)) named[code] = "common_name" in alias ? alias["common_name"] : alias["name"]
            put(named[code], code, named[code], 1, 0, 0)
            for (a in alias) put(alias[a], code, named[code], 0, 0, 0)
            split("", alias); code = ""
        }' | sort | cut -f2 ;;
places) plain "$2" | awk -F'|' '{ for (i = 2; i <= NF; i++) printf "%s\t{\"%s\", \"%s\"},\n", tolower($i), tolower($i), $1 }' | sort | cut -f2 ;;
sectors) plain "$2" | awk '{ for (i = 2; i <= NF; i++) printf "%s\t{\"%s\", ENTENTE_SECTOR_%s},\n", $i, $i, $1 }' | sort -u -k1,1 | cut -f2 ;;
confidence) plain "$2" | sort | awk '{ printf "{\"%s\", %d},\n", $1, $2 }' ;;
esac

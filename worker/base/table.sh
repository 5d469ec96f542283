#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns a data file of the pipeline into the initialisers of a sorted C array.
# usage: table.sh entities|clutter|gate|lexicon|countries|sectors|confidence FILE > FILE.inc
set -eu
export LC_ALL=C
plain() { grep -v -e '^#' -e '^$' "$1"; }
case $1 in
entities) plain "$2" | sort -k1,1 | awk '{ printf "{\"%s\", %d},\n", $1, $2 }' ;;
clutter) plain "$2" | awk '{ r = $1; p = toupper($2); sub(/^[^ ]+ [^ ]+ /, ""); printf "%s\t{CLUTTER_%s, PLACE_%s, \"%s\", %d},\n", $0, r, p, $0, length($0) }' | sort | cut -f2 ;;
gate) plain "$2" | awk '{ l = substr($0, 1, 1); s[l] = s[l] $0 "\\0" } END { for (l in s) printf "[%c%s%c - %ca%c] = \"%s\",\n", 39, l, 39, 39, 39, s[l] }' | sort ;;
lexicon) plain "$2" | awk '{ for (i = 2; i <= NF; i++) mask[$i] = mask[$i] "|CLASS_" $1 } END { for (w in mask) printf "%s\t{\"%s\", 0%s},\n", w, w, mask[w] }' | sort | cut -f2 ;;
countries) plain "$2" | awk -F'|' '{ for (i = 2; i <= NF; i++) { l = tolower($i); printf "%s\t{\"%s\", \"%s\", \"%s\", %d},\n", l, l, $2, $1, i == 2 } }' | sort | cut -f2 ;;
sectors) plain "$2" | awk '{ for (i = 2; i <= NF; i++) printf "%s\t{\"%s\", ENTENTE_SECTOR_%s},\n", $i, $i, $1 }' | sort -u -k1,1 | cut -f2 ;;
confidence) plain "$2" | sort | awk '{ printf "{\"%s\", %d},\n", $1, $2 }' ;;
esac

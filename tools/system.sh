#!/usr/bin/env bash
# What the tests need beside Python: chromium (pages), a CJK font (pictures), a PostgreSQL server (the second database),
# LibreOffice with Writer (files of older office programs) and Calc (ledgers), some 300 MB, a directory server.
# Missing ones are installed by apt-get where this is root; otherwise they are named and the tests that need them
# say what they leave out. With CI=true a missing one is an error.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v pg_config >/dev/null || missing+=(postgresql)
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)
compgen -G '/usr/lib*/libreoffice/program/libsclo.*' >/dev/null || missing+=(libreoffice-calc-nogui)
[ -x /usr/sbin/slapd ] || missing+=(slapd)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null; then
        exit 0
    fi
fi
echo "Missing for the whole suite: ${missing[*]}. As root: apt-get install ${missing[*]}" >&2
[ "${CI:-}" != true ]

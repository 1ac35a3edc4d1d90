#!/bin/bash
# Takes pictures of the main pages over the sample data, on wide and narrow screens, light and dark, in both languages:
#
#   docs/screenshots.sh [FOLDER]      var/screenshots by default, which git ignores
#
#   CHROMIUM      the browser; chromium by default (Debian: apt-get install chromium)
#   ARCHSEARCH    the command to start; this repository's launcher by default, which builds the jar where it is missing
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/var/screenshots}
chromium=${CHROMIUM:-chromium}
archsearch=${ARCHSEARCH:-$root/archsearch}

command -v "$chromium" >/dev/null || {
  echo "screenshots: there is no $chromium; install Chromium or name it: CHROMIUM=/path/to/chrome $0" >&2
  exit 2
}

mkdir -p "$folder"
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# ---- a server of its own, on a free port and an index that is thrown away ----------------------------------------------

# The command may be several words.
# shellcheck disable=SC2086
$archsearch serve --bind 127.0.0.1:0 --index "$work/index" --data "$root/data" --glossary "$root/data/glossary.tsv" \
  >"$work/out" 2>"$work/log" &
server=$!
site=
for _ in $(seq 600); do
  site=$(sed -n 's|.*\(http://[^ ]*\)/.*|\1|p' "$work/out" | head -n 1)
  [ -z "$site" ] || break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.5
done
[ -n "$site" ] || {
  echo "screenshots: the server did not start:" >&2
  cat "$work/log" >&2
  exit 1
}

# The first searches of a Java process are slow, and the pages say how long a search took. Another size of the page is another
# search, so none of these is answered from the cache, and none of the pictured ones either.
for size in 5 6 7 8 9; do
  for word in redis message queue microservices kafka cloud code 数据 系统 服务 微服务 秒杀; do
    curl -fsS --get --data-urlencode "q=$word" "$site/search?size=$size" >/dev/null
  done
done

# ---- pictures ------------------------------------------------------------------------------------------------------------

# shot NAME WIDTHxHEIGHT light|dark PATH
shot() {
  local scheme=1
  [ "$3" = light ] || scheme=0
  # Running as root, as in a container, Chromium has no sandbox to offer; it opens nothing but this site.
  local sandbox=()
  [ "$(id -u)" -ne 0 ] || sandbox=(--no-sandbox)
  "$chromium" --headless "${sandbox[@]}" --disable-gpu --hide-scrollbars --no-first-run --disable-extensions \
    --user-data-dir="$work/profile" --blink-settings=preferredColorScheme=$scheme \
    --window-size="${2/x/,}" --screenshot="$folder/$1.png" "$site$4" >"$work/chromium" 2>&1 || {
    echo "screenshots: $chromium failed on $4:" >&2
    cat "$work/chromium" >&2
    exit 1
  }
  [ -s "$folder/$1.png" ] || {
    echo "screenshots: $chromium took no picture of $4" >&2
    exit 1
  }
  echo "$folder/$1.png"
}

# The first link of a page whose address begins so.
link() {
  curl -fsS "$site$1" | grep -o "href=\"$2[^\"]*\"" | head -n 1 | cut -d '"' -f 2 | sed 's/&amp;/\&/g'
}

wide=1280x1000
phone=390x844
article=$(link '/search?q=seckill' /articles/)

shot home "$wide" light '/?ui=en'
shot home-zh-dark "$wide" dark '/?ui=zh'
shot results "$wide" light '/search?q=message+queue&ui=en'
shot results-zh "$wide" light '/search?q=%E7%A7%92%E6%9D%80&ui=zh'
shot results-dark "$wide" dark '/search?q=microservices&ui=en'
shot tag "$wide" light '/tags/Kubernetes?ui=en'
shot tag-zh-dark "$wide" dark '/tags/%E5%BE%AE%E6%9C%8D%E5%8A%A1?ui=zh'
shot article "$wide" light "$article?ui=en"
shot article-zh-dark "$wide" dark "$article?ui=zh"
shot zero "$wide" light '/search?q=kafka+zookeeper+quantum&year=2012&ui=en'
shot zero-zh-dark "$wide" dark '/search?q=kafka&year=2012&ui=zh'
shot trends "$wide" light '/trends?ui=en'
shot trends-compared "$wide" dark '/trends?tag=Kubernetes&tag=Go&ui=zh'
shot help "1280x1600" light '/help?ui=en'
shot help-zh-dark "1280x1600" dark '/help?ui=zh'
shot phone-home "$phone" light '/?ui=zh'
shot phone "$phone" light '/search?q=kafka&ui=en'
shot phone-zh-dark "$phone" dark '/search?q=%E5%BE%AE%E6%9C%8D%E5%8A%A1&ui=zh'
shot phone-tag "$phone" dark '/tags/Go?ui=en'
shot phone-trends "$phone" dark '/trends?ui=en'
shot phone-help "390x1200" light '/help?ui=zh'

#!/bin/sh
# Writes the calendar of a fresh demonstration and has khal and Python's icalendar read it: as many events, at the
# same moments in Moscow, each with an alarm.
# Usage: Scripts/check-ics.sh [KABINET]
set -eu
kabinet=${1:-.build/release/kabinet}
for need in khal python3; do
  command -v "$need" >/dev/null || { echo "check-ics: $need is missing (apt-get install khal python3-icalendar)" >&2; exit 2; }
done
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export HOME="$place" XDG_CONFIG_HOME="$place/config" XDG_DATA_HOME="$place/data" XDG_CACHE_HOME="$place/cache"
export LANG=C.UTF-8 LC_ALL=C.UTF-8

"$kabinet" demo --store "$place/store" --seed-only >/dev/null
"$kabinet" calendar --store "$place/store" --json >"$place/agenda.json"
"$kabinet" calendar --store "$place/store" --ics "$place/agenda.ics" >/dev/null

mkdir -p "$place/config/khal" "$place/calendar"
cat >"$place/config/khal/config" <<END
[calendars]
[[kabinet]]
path = $place/calendar
[locale]
local_timezone = Europe/Moscow
default_timezone = Europe/Moscow
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = kabinet
END
khal import --batch "$place/agenda.ics" >/dev/null
khal list --notstarted --day-format '' --format '{start-long}|{end-long}|{title}|{alarm-symbol}' \
  2021-01-01 2031-01-01 >"$place/khal.txt"

PYTHONDONTWRITEBYTECODE=1 python3 - "$place/agenda.json" "$place/agenda.ics" "$place/khal.txt" <<'END'
import datetime, json, sys
import icalendar

moscow = datetime.timezone(datetime.timedelta(hours=3))
rows = json.load(open(sys.argv[1], encoding="utf-8"))
events = icalendar.Calendar.from_ical(open(sys.argv[2], "rb").read()).walk("VEVENT")
listed = [line for line in open(sys.argv[3], encoding="utf-8").read().splitlines() if line.strip()]
faults = []

def moment(text):
    """A day stays one; a moment is told in Moscow."""
    if len(text) == 10:
        return text
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(moscow).strftime("%Y-%m-%d %H:%M")

def start(event):
    value = event.decoded("DTSTART")
    if isinstance(value, datetime.datetime):
        return value.astimezone(moscow).strftime("%Y-%m-%d %H:%M")
    return value.isoformat()

def compare(what, ours, theirs):
    if sorted(ours) != sorted(theirs):
        faults.append(f"{what}: ours only {sorted(set(ours) - set(theirs))}, theirs only {sorted(set(theirs) - set(ours))}, "
                      f"{len(ours)} and {len(theirs)}")

ours = [moment(row["at"] or row["date"]) for row in rows]
compare("icalendar, starts", ours, [start(event) for event in events])
compare("khal, starts", ours, [line.split("|")[0].strip() for line in listed])
if len({str(event["UID"]) for event in events}) != len(events):
    faults.append("two events have one UID")
for event in events:
    alarms = event.walk("VALARM")
    if len(alarms) != 1 or not alarms[0].decoded("TRIGGER") < datetime.timedelta(0):
        faults.append(f"{event['SUMMARY']}: no alarm before it")
for line in listed:
    if not line.rsplit("|", 1)[1].strip():
        faults.append(f"khal sees no alarm: {line}")
if not rows:
    faults.append("the agenda is empty, so nothing was checked")
print("\n".join(faults) or f"{len(rows)} events: khal and icalendar agree on moments and alarms")
sys.exit(1 if faults else 0)
END

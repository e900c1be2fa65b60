#!/bin/sh
# Writes the calendar of a fresh demonstration and has khal and Python's icalendar read it: as many events, at the
# same moments in Moscow, each with an alarm. Then an appointment is moved and cancelled, and each time the file is
# imported again: khal still has one event of it, at the new time, and then a cancelled one.
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
import() { khal import --batch "$1" >/dev/null; }
import "$place/agenda.ics"
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

# What happens to one appointment: its file, and what khal has of it.
slot=$("$kabinet" book doctor --list --speciality therapist --store "$place/store" --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)[-1]["id"])')
uid=booking-btherapist@kabinet
follow() {
  "$kabinet" calendar --store "$place/store" --ics "$place/$1.ics" >/dev/null
  import "$place/$1.ics"
  khal list --notstarted --day-format '' --format '{uid}|{start-long}|{status}' 2021-01-01 2031-01-01 |
    grep "^$uid|" >"$place/$1.txt" || :
}
follow made
"$kabinet" book doctor --move btherapist --slot "$slot" --store "$place/store" >/dev/null
follow moved
"$kabinet" book doctor --cancel btherapist --store "$place/store" >/dev/null
follow cancelled

PYTHONDONTWRITEBYTECODE=1 python3 - "$place" "$slot" "$uid" <<'END'
import datetime, sys
import icalendar

place, slot, uid = sys.argv[1:]
faults, states = [], []
for name in ["made", "moved", "cancelled"]:
    events = icalendar.Calendar.from_ical(open(f"{place}/{name}.ics", "rb").read()).walk("VEVENT")
    own = [event for event in events if str(event["UID"]) == uid]
    seen = open(f"{place}/{name}.txt", encoding="utf-8").read().splitlines()
    if len(own) != 1 or len(seen) != 1:
        faults.append(f"{name}: {len(own)} events in the file, {len(seen)} in khal")
        continue
    start = own[0].decoded("DTSTART").strftime("%Y-%m-%d %H:%M")
    if seen[0].split("|")[1].strip() != start:
        faults.append(f"{name}: khal has {seen[0]}, the file {start}")
    states.append((own[0]["SEQUENCE"], str(own[0]["STATUS"]), start))
time = datetime.datetime.strptime(slot.split(".")[2], "%Y%m%d%H%M").strftime("%Y-%m-%d %H:%M")
wanted = [(0, "CONFIRMED"), (1, "CONFIRMED"), (2, "CANCELLED")]
if [state[:2] for state in states] != wanted or [state[2] for state in states[1:]] != [time, time]:
    faults.append(f"sequence, status and start are {states}, and the new time is {time}")
print("\n".join(faults) or "an appointment that is moved and cancelled stays one event: " +
      ", ".join(f"{sequence} {status}" for sequence, status, _ in states))
sys.exit(1 if faults else 0)
END

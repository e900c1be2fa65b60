/// An agenda as a file that calendar programs read (iCalendar, RFC 5545).
///
/// Of two files the one with the higher `SEQUENCE` of an event tells what it has become (RFC 5546, section 2.1.4).
public enum ICalendar {
  /// Minutes before an appointment at which one is alarmed.
  static let alarmMinutes = 120
  /// Minutes before the end of the time to pay at which one is alarmed.
  static let paymentAlarmMinutes = 5
  /// Hours before the midnight of a day at which one is alarmed: nine in the morning of the day before.
  static let alarmHours = 15
  /// The most bytes of a line, without its end (section 3.1).
  static let lineLimit = 75

  /// The file of some items.
  ///
  /// - Parameters:
  ///   - items: what it holds; each keeps its `UID`, so that a second import changes and does not double.
  ///   - language: the language of the texts.
  ///   - moment: when the file is made.
  public static func file(_ items: [AgendaItem], _ language: Language, at moment: Timestamp)
    -> String
  {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kabinet//Kabinet//RU", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ]
    lines += zone
    for item in items { lines += event(item, language, at: moment) }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  /// Moscow as it has been since the law 248-ФЗ of 2014: three hours ahead, no summer time.
  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Europe/Moscow", "BEGIN:STANDARD", "DTSTART:20141026T020000",
    "TZOFFSETFROM:+0400", "TZOFFSETTO:+0300", "TZNAME:MSK", "END:STANDARD", "END:VTIMEZONE",
  ]

  private static func event(_ item: AgendaItem, _ language: Language, at moment: Timestamp)
    -> [String]
  {
    var lines = [
      "BEGIN:VEVENT", "UID:\(item.id)@kabinet", "DTSTAMP:\(compact(moment.utc))",
      "SEQUENCE:\(item.revision)",
    ]
    if let changed = item.changed { lines.append("LAST-MODIFIED:\(compact(changed.utc))") }
    let alarm: String
    switch item.when {
    case .time(let start, let end):
      lines.append("DTSTART;TZID=Europe/Moscow:\(local(start))")
      // An event that takes no time has no end (section 3.6.1).
      if end > start { lines.append("DTEND;TZID=Europe/Moscow:\(local(end))") }
      alarm = "-PT\(item.kind == .payment ? paymentAlarmMinutes : alarmMinutes)M"
    case .day(let day):
      lines += [
        "DTSTART;VALUE=DATE:\(compact(day.description))",
        "DTEND;VALUE=DATE:\(compact(day.adding(days: 1).description))", "TRANSP:TRANSPARENT",
      ]
      alarm = "-PT\(alarmHours)H"
    }
    let summary = [item.memberName, item.title[language]].filter { !$0.isEmpty }
      .joined(separator: ": ")
    lines.append("SUMMARY:\(escaped(summary))")
    if !item.place[language].isEmpty { lines.append("LOCATION:\(escaped(item.place[language]))") }
    lines += [
      "CATEGORIES:\(escaped(item.kind.title[language]))",
      "STATUS:\(item.isCancelled ? "CANCELLED" : "CONFIRMED")",
    ]
    // Nobody is to be alarmed of what was called off.
    if !item.isCancelled {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(summary))", "TRIGGER:\(alarm)",
        "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private static func local(_ moment: Timestamp) -> String {
    compact("\(moment.day)T\(moment.clock)")
  }

  private static func compact(_ text: String) -> String {
    text.filter { $0 != "-" && $0 != ":" }
  }

  /// A text with what the format reads otherwise escaped (section 3.3.11).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case let control where control.value < 32 || control.value == 127: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line with its end, folded so that no piece is longer than the limit and no character is cut.
  static func folded(_ line: String) -> String {
    var result = ""
    var room = lineLimit
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if size > room {
        result += "\r\n "
        room = lineLimit - 1
      }
      result.unicodeScalars.append(scalar)
      room -= size
    }
    return result + "\r\n"
  }
}

public import Cabinet

extension StoreError {
  /// What happened, what was kept, and what to do next.
  public var phrase: Phrase {
    switch self {
    case .invalidName(let name):
      Phrase(
        "Имя «\(name)» не подходит. Ничего не изменено. "
          + "Нужны латинские строчные буквы, цифры и дефис, до 64 знаков.",
        "The name “\(name)” is not valid. Nothing was changed. "
          + "Use lower-case Latin letters, digits and hyphens, up to 64.")
    case .invalidContent(.notObject):
      Phrase(
        "Запись не сохранена: её содержимое повреждено программой. Прежние данные целы. "
          + "Сообщите, пожалуйста, об этой ошибке.",
        "Not saved: the program spoiled the content of the record. Earlier data is whole. "
          + "Please report this error.")
    case .invalidContent(.tooLarge):
      Phrase(
        "Запись не сохранена: она больше 1 МиБ. Прежние данные целы. "
          + "Сократите текст или приложите его файлом.",
        "Not saved: the record is larger than 1 MiB. Earlier data is whole. "
          + "Shorten the text or attach it as a file.")
    case .invalidContent(.momentOutOfRange):
      Phrase(
        "Запись не сохранена: время за пределами 1–9999 годов. Прежние данные целы. "
          + "Проверьте часы компьютера.",
        "Not saved: the time lies outside the years 1–9999. Earlier data is whole. "
          + "Check the clock of the computer.")
    case .conflict:
      Phrase(
        "Данные успели измениться в другом окне. Здесь ничего не записано. "
          + "Обновите экран и повторите действие.",
        "The data has changed in another window. Nothing was written here. "
          + "Refresh and try again.")
    case .busy(let path, let holder):
      Phrase(
        "Хранилище занято другой программой\(holder.map { " (процесс \($0))" } ?? ""). "
          + "Ничего не записано, введённое не потеряно. Повторите через минуту: \(path)",
        "Another program\(holder.map { " (process \($0))" } ?? "") is using the store. "
          + "Nothing was written, nothing typed is lost. Try again in a minute: \(path)")
    case .damaged(let stream, let place, let damage):
      Phrase(
        "Журнал повреждён: \(place.phrase(in: stream).ru), \(damage.phrase.ru). Ничего не тронуто, "
          + "записи до этой целы; новые не принимаются. Что делать, покажет kabinet check; "
          + "уцелевшее в новую папку перенесёт kabinet repair --into DIR.",
        "The journal is damaged: \(place.phrase(in: stream).en), \(damage.phrase.en). "
          + "Nothing was touched, the records before are whole; no new ones are taken. "
          + "kabinet check tells what to do; kabinet repair --into DIR saves the rest elsewhere.")
    case .unsafe(let path, let flaw): flaw.phrase(path)
    case .noStore, .notStore, .damagedManifest, .newerFormat: openingPhrase
    case .noSpace, .readOnly, .syncFailed, .system: systemPhrase
    case .noAttachment(let name):
      Phrase(
        "Вложения \(name) нет в хранилище. Остальные данные целы. "
          + "Приложите файл ещё раз или верните его из резервной копии.",
        "The store has no attachment \(name). Other data is whole. "
          + "Attach the file again or restore it from a backup.")
    case .damagedAttachment(let name):
      Phrase(
        "Вложение \(name) повреждено и не открыто. Остальные данные целы. "
          + "Приложите файл ещё раз или верните его из резервной копии.",
        "The attachment \(name) is damaged and was not opened. Other data is whole. "
          + "Attach the file again or restore it from a backup.")
    }
  }

  private var openingPhrase: Phrase {
    switch self {
    case .notStore(let path):
      Phrase(
        "В каталоге \(path) лежат чужие файлы, хранилища там нет. Ничего не тронуто. "
          + "Укажите пустой каталог: --store DIR",
        "The directory \(path) holds other files and no store. Nothing was touched. "
          + "Name an empty directory: --store DIR")
    case .damagedManifest(let path):
      Phrase(
        "Не читается описание хранилища \(path). Ничего не тронуто. "
          + "Верните этот файл из резервной копии.",
        "The description of the store, \(path), can't be read. Nothing was touched. "
          + "Restore this file from a backup.")
    case .newerFormat(let path, let found):
      Phrase(
        "Хранилище создано более новой версией программы (формат \(found)): \(path). "
          + "Ничего не тронуто. Обновите kabinet.",
        "A newer version of the program made the store (format \(found)): \(path). "
          + "Nothing was touched. Update kabinet.")
    default:
      Phrase(
        "Хранилища здесь ещё нет. Ничего не создано. Запустите kabinet или укажите --store DIR.",
        "There is no store here yet. Nothing was made. Run kabinet or name one with --store DIR.")
    }
  }

  private var systemPhrase: Phrase {
    switch self {
    case .noSpace(let path):
      Phrase(
        "На диске кончилось место, запись не сохранена. Прежние данные целы, введённое не потеряно. "
          + "Освободите место и повторите или сохраните всё на другой диск: kabinet export FILE. "
          + "Не поместилось здесь: \(path)",
        "The disk is full, the record was not saved. Earlier data is whole, nothing typed is lost. "
          + "Free some space and try again, or save all on another disk: kabinet export FILE. "
          + "No room was at \(path)")
    case .readOnly(let path):
      Phrase(
        "Хранилище открыто только для чтения, запись не сохранена. Смотреть данные можно. "
          + "Проверьте диск и права: \(path)",
        "The store can only be read, the record was not saved. You can browse the data. "
          + "Check the disk and the permissions: \(path)")
    case .syncFailed(let path):
      Phrase(
        "Диск не подтвердил запись: считайте, что она не сохранена. Подтверждённое раньше цело, "
          + "введённое осталось на экране, новых записей до перезапуска не будет. Проверьте диск; "
          + "сохранить всё на другой диск: kabinet export FILE. Сбой здесь: \(path)",
        "The disk did not confirm the write: take it as not saved. What was confirmed is whole, "
          + "what you typed is still on the screen, nothing more is written until a restart. "
          + "Check the disk; to save all on another one: kabinet export FILE. It failed at \(path)")
    case .system(let path, let code):
      Phrase(
        "Система отказала в доступе к файлу (код \(code)). Подтверждённые данные не тронуты. "
          + "Проверьте диск и повторите: \(path)",
        "The system refused access to a file (error \(code)). Confirmed data was not touched. "
          + "Check the disk and try again: \(path)")
    default: Phrase("", "")
    }
  }
}

extension StoreError.Place {
  /// The place in words, with the path of the file within the store.
  func phrase(in stream: Stream) -> Phrase {
    let path = "\(stream.path)/\(file)"
    let ru = "файл \(path), строка \(line)"
    let en = "file \(path), line \(line)"
    guard let seq else { return Phrase(ru, en) }
    return Phrase(ru + " (запись \(seq))", en + " (record \(seq))")
  }
}

extension Storage {
  /// What to tell the user of a store on another machine.
  static func warning(_ name: String, path: String) -> Phrase {
    Phrase(
      "Хранилище лежит на сетевом диске (\(name)): \(path). Кабинет работает, но за блокировки и "
        + "сохранность при обрыве там ручаться нельзя. Лучше держать хранилище на диске этого компьютера.",
      "The store lies on a network disk (\(name)): \(path). The cabinet works, but locks and "
        + "durability can't be vouched for there. Better keep the store on a disk of this machine.")
  }
}

extension StoreError.Damage {
  /// The damage in a few words.
  public var phrase: Phrase {
    switch self {
    case .notRecord: Phrase("строка не похожа на запись", "the line is no record")
    case .wrongHash:
      Phrase("содержимое не сходится с хешем", "the content does not match its hash")
    case .brokenChain:
      Phrase("запись не продолжает предыдущую", "the record does not follow the one before")
    case .altered:
      Phrase(
        "запись изменена вместе с хешем: следующая помнит другую",
        "the record was changed together with its hash: the one after it knows another")
    case .missing(let count):
      Phrase("перед ней пропало записей: \(count)", "records missing before it: \(count)")
    }
  }
}

extension StoreError.Flaw {
  /// The flaw of a file at a path, with the command that mends it.
  func phrase(_ path: String) -> Phrase {
    switch self {
    case .foreign:
      Phrase(
        "Файл принадлежит другому пользователю: \(path). Ничего не тронуто. "
          + "Верните его себе: chown -R \"$USER\" \(path)",
        "The file belongs to another user: \(path). Nothing was touched. "
          + "Take it back: chown -R \"$USER\" \(path)")
    case .openFile:
      Phrase(
        "Файл могут прочесть другие: \(path). Ничего не тронуто. Закройте его: chmod 600 \(path)",
        "Others can read the file: \(path). Nothing was touched. Close it: chmod 600 \(path)")
    case .openDirectory:
      Phrase(
        "В каталог могут войти другие: \(path). Ничего не тронуто. Закройте его: chmod 700 \(path)",
        "Others can enter the directory: \(path). Nothing was touched. Close it: chmod 700 \(path)")
    case .notPlain:
      Phrase(
        "Это ссылка или файл другого рода: \(path). Ничего не тронуто. "
          + "Положите на это место настоящий файл или каталог или укажите другой путь.",
        "This is a link or another kind of file: \(path). Nothing was touched. "
          + "Put a real file or directory there, or name another path.")
    }
  }
}

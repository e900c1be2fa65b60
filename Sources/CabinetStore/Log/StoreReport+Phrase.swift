public import Cabinet

extension StoreReport.Finding {
  /// What is not as it should be.
  public var what: Phrase {
    let path = stream.path
    let place = place.map { $0.phrase(in: stream) } ?? Phrase(path, path)
    return switch kind {
    case .damagedRecord(let damage):
      Phrase("\(place.ru): \(damage.phrase.ru)", "\(place.en): \(damage.phrase.en)")
    case .missingFile(let name):
      Phrase("нет файла \(path)/\(name)", "the file \(path)/\(name) is missing")
    case .tornTail(let size):
      Phrase(
        "\(place.ru): обрывок недописанной записи (\(size) Б)",
        "\(place.en): a fragment of an unfinished record (\(size) B)")
    case .brokenSnapshot:
      Phrase(
        "\(path)/snapshot.json: снимок не читается",
        "\(path)/snapshot.json: the snapshot can't be read")
    case .snapshotAhead:
      Phrase(
        "\(path)/snapshot.json: снимок помнит запись, которой нет в журнале",
        "\(path)/snapshot.json: the snapshot knows a record that the journal lacks")
    case .wrongSnapshot:
      Phrase(
        "\(path)/snapshot.json: снимок не сходится с записями журнала",
        "\(path)/snapshot.json: the snapshot is not what the records come to")
    case .damagedAttachment(let name):
      Phrase(
        "\(path)/attachments/\(name): содержимое файла изменено",
        "\(path)/attachments/\(name): the content of the file was changed")
    case .missingAttachment(let name):
      Phrase(
        "\(place.ru): вложения \(name) нет", "\(place.en): the attachment \(name) is missing")
    case .orphanAttachment(let name):
      Phrase(
        "\(path)/attachments/\(name): файл не упомянут ни в одной записи",
        "\(path)/attachments/\(name): no record names the file")
    case .contradiction(let reason):
      Phrase(
        "\(place.ru): запись цела, но такого не могло быть (\(reason.ru))",
        "\(place.en): the record is whole but cannot have happened (\(reason.en))")
    case .brokenAccount(let reason):
      Phrase(
        "\(place.ru): учётная запись: \(reason.ru)", "\(place.en): an account: \(reason.en)")
    case .cabinetWithoutAccount:
      Phrase("\(path): кабинет без имени для входа", "\(path): a cabinet without a login")
    case .unseenBooking(let id, let resident):
      Phrase(
        "\(path): запись на приём \(id) не видна жителю \(resident)",
        "\(path): the appointment \(id) is not seen by its resident \(resident)")
    case .unreadable(let error): error.phrase
    }
  }

  /// What it means for the data.
  public var meaning: Phrase {
    switch kind {
    case .damagedRecord, .missingFile:
      Phrase(
        "Записи до этого места подтверждены цепочкой. Эта запись потеряна или подменена; новых журнал не примет.",
        "The records before are proven by the chain. This one is lost or was altered; the journal takes no new ones."
      )
    case .tornTail:
      Phrase(
        "Программа или питание оборвались посреди записи. Она не была подтверждена, всё подтверждённое цело.",
        "The program or the power broke off within a record. It was never confirmed; what was confirmed is whole."
      )
    case .brokenSnapshot:
      Phrase(
        "Снимок лишь ускоряет открытие; журнал цел.",
        "A snapshot only speeds up opening; the journal is whole.")
    case .snapshotAhead:
      Phrase(
        "Журнал потерял конец или подменён более старым.",
        "The journal lost its end, or was replaced by an older one.")
    case .wrongSnapshot:
      Phrase(
        "Кабинет может показывать не то, что в журнале. Сам журнал цел.",
        "The cabinet may show what is not in the journal. The journal itself is whole.")
    case .damagedAttachment, .missingAttachment:
      Phrase(
        "Приложенный файл потерян; записи о нём целы.",
        "The attached file is lost; the records about it are whole.")
    case .orphanAttachment:
      Phrase(
        "Файл приложили, но действие не завершили. Ничего не потеряно.",
        "The file was attached, but the action was not finished. Nothing is lost.")
    case .contradiction:
      Phrase(
        "Журнал писала более новая или неисправная программа; кабинет не откроется.",
        "A newer or a faulty program wrote the journal; the cabinet will not open.")
    case .brokenAccount:
      Phrase("С этим именем нельзя войти.", "This login opens nothing.")
    case .cabinetWithoutAccount:
      Phrase("Данные целы, но войти в них нельзя.", "The data is whole, but nobody can enter.")
    case .unseenBooking:
      Phrase(
        "Запись стоит в реестре, но кабинет жителя о нём не знает или его здесь нет.",
        "It stands in the register, but the resident's cabinet has not heard of it or is not here.")
    case .unreadable:
      Phrase("Эта часть хранилища не проверена.", "This part of the store was not verified.")
    }
  }

  /// What to do.
  public var advice: Phrase {
    switch kind {
    case .damagedRecord, .missingFile, .contradiction, .brokenAccount, .snapshotAhead:
      Phrase(
        "Верните хранилище из резервной копии или перенесите уцелевшее: kabinet repair --into DIR.",
        "Restore the store from a backup, or save the rest elsewhere: kabinet repair --into DIR.")
    case .tornTail:
      Phrase(
        "Ничего: следующая запись отложит обрывок в quarantine/.",
        "Nothing: the next write sets the fragment aside in quarantine/.")
    case .brokenSnapshot:
      Phrase("Ничего: снимок построится заново.", "Nothing: the snapshot will be rebuilt.")
    case .wrongSnapshot:
      Phrase(
        "Удалите файл снимка: он построится заново.",
        "Delete the file of the snapshot: it will be rebuilt.")
    case .damagedAttachment, .missingAttachment:
      Phrase(
        "Верните файл из резервной копии или приложите его ещё раз.",
        "Restore the file from a backup, or attach it again.")
    case .orphanAttachment:
      Phrase("Ничего.", "Nothing.")
    case .cabinetWithoutAccount:
      Phrase(
        "Если действие прервалось, повторите его (kabinet import, kabinet demo).",
        "If an action was interrupted, repeat it (kabinet import, kabinet demo).")
    case .unseenBooking:
      Phrase(
        "Откройте из кабинета запись в это учреждение, или перенесите кабинет сюда: kabinet import.",
        "Look for times of this institution from the cabinet, or bring the cabinet here: kabinet import."
      )
    case .unreadable:
      Phrase(
        "Устраните причину и проверьте ещё раз.", "Remove the cause and check again.")
    }
  }

  /// The finding for people.
  public var phrase: Phrase {
    Phrase(
      "\(what.ru). \(meaning.ru) \(advice.ru)", "\(what.en). \(meaning.en) \(advice.en)")
  }
}

/// What a conversation says of its own, in one language; everything else comes from the screens.
public struct ConversationWords: Hashable, Sendable {
  /// True for the words in Russian.
  var isRussian: Bool
  /// What is said once, at the beginning.
  public var welcome: String
  /// The prompt after a list of choices.
  public var yourChoice: String
  /// The prompt where a word finds rows of the list.
  public var choiceOrWord: String
  /// Before a question: its number and how many there are on the page, at `#`.
  public var question: String
  /// Before the answer that is there.
  public var now: String
  /// What an empty line does where an answer is there.
  public var emptyKeeps: String
  /// What an empty line does where no answer is needed.
  public var emptySkips: String
  /// What an empty line does where the answer is wrong.
  public var emptyLeaves: String
  /// How a yes or no is asked.
  public var yesOrNo: String
  /// The answer that is one.
  public var yes: String
  /// The answer that is the other.
  public var no: String
  /// How one option is chosen.
  public var chooseOne: String
  /// How several options are chosen.
  public var chooseMany: String
  /// Before what can be pressed in place of an answer.
  public var orElse: String
  /// How a text of several lines ends.
  public var endsWithDot: String
  /// After a portion of a page, with how many lines are left at `#`.
  public var moreLines: String
  /// After a portion of a list, with how many rows are left at `#`.
  public var moreRows: String
  /// How many characters of a line were left out, because nobody would see them.
  public var leftOut: String
  /// Where nothing more is to be told.
  public var noMore: String
  /// Where there is no way back.
  public var atRoot: String
  /// Where nothing is chosen by what was written, which stands at `#`.
  public var notUnderstood: String
  /// Where several choices begin with what was written.
  public var severalFit: String
  /// Where an answer is none of the options; what was written stands at `#`.
  public var noSuchOption: String
  /// Before the rows that a filter has left; the filter stands at `#`.
  public var filtered: String
  /// The help about the conversation itself, a line each.
  public var help: [String]
  /// Before the list of actions.
  public var actions: String
  /// What is said where the input ends.
  public var farewell: String
  /// What is said after one has quit.
  public var closed: String
  /// Said where the input ends before something that was typed could be saved.
  public var lost: String

  /// A text with a number or a word at its sign.
  static func filled(_ text: String, _ values: Any...) -> String {
    var parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    for (index, value) in values.enumerated() where index + 1 < parts.count {
      parts[index] += "\(value)"
    }
    return parts.joined()
  }

  /// The words in Russian.
  public static let russian = ConversationWords(
    isRussian: true,
    welcome: "Пишите номер или начало названия и нажимайте Enter. Слово «справка» расскажет всё.",
    yourChoice: "Ваш выбор?", choiceOrWord: "Номер или слово для поиска?",
    question: "Вопрос # из #.", now: "Сейчас:",
    emptyKeeps: "Пустая строка оставит так.", emptySkips: "Пустая строка пропустит вопрос.",
    emptyLeaves: "Пустая строка — дальше, исправите потом.",
    yesOrNo: "Да или нет?", yes: "да", no: "нет",
    chooseOne: "Выберите номер или начните название.",
    chooseMany: "Можно несколько номеров через запятую; «нет» — ничего.",
    orElse: "Или номер:", endsWithDot: "Можно несколько строк; в конце строка из одной точки.",
    moreLines: "Осталось строк: #. Дальше — «ещё».",
    moreRows: "Осталось в списке: #. Дальше — «ещё».",
    leftOut: "Пропущено невидимых знаков: #.",
    noMore: "Больше ничего нет.",
    atRoot: "Это начало, возвращаться некуда. Закончить — «выход».",
    notUnderstood: "Не нашлось: «#». Напишите номер, начало названия или «справка».",
    severalFit: "Подходит несколько:",
    noSuchOption: "Нет такого варианта: «#».",
    filtered: "Со словом «#»:",
    help: [
      "Номер или начало названия — выбрать.",
      "Номер и слово действия через пробел — сделать это со строкой списка.",
      "Назад — к прошлому вопросу или экрану.", "Повтори — прочесть снова.",
      "Ещё — читать дальше.", "Меню — от вопросов к выбору.", "Стереть — очистить ответ.",
      "Найти и слово — найти услугу.", "Разделы — все разделы кабинета.",
      "English — the other language.", "Выход — закончить, всё сохранено.",
      "Ответ, который похож на команду, пишут со знаком равенства: =назад.",
    ],
    actions: "Действия здесь, пишите первое слово:",
    farewell: "Ввод закончился. Ответы сохранены, кабинет закрыт.",
    closed: "Всё сохранено, кабинет закрыт.",
    lost: "Ввод закончился, кабинет закрыт. Набранное на этой странице не сохранено.")

  /// The words in English.
  public static let english = ConversationWords(
    isRussian: false,
    welcome:
      "Write a number or the beginning of a title, then press Enter. The word help tells all.",
    yourChoice: "Your choice?", choiceOrWord: "A number, or a word to find?",
    question: "Question # of #.", now: "Now:",
    emptyKeeps: "An empty line keeps it.", emptySkips: "An empty line skips the question.",
    emptyLeaves: "An empty line goes on, to correct it later.",
    yesOrNo: "Yes or no?", yes: "yes", no: "no",
    chooseOne: "Write a number or the beginning of a title.",
    chooseMany: "Several numbers may be given with commas; none clears them.",
    orElse: "Or a number:", endsWithDot: "Several lines are possible; end with a line of one dot.",
    moreLines: "Lines left: #. Write more to go on.",
    moreRows: "Left in the list: #. Write more to go on.",
    leftOut: "Invisible characters left out: #.",
    noMore: "There is no more.",
    atRoot: "This is the beginning, there is nothing to go back to. Write quit to leave.",
    notUnderstood: "Nothing is called “#”. Write a number, the beginning of a title, or help.",
    severalFit: "Several fit:",
    noSuchOption: "There is no such option: “#”.",
    filtered: "With the word “#”:",
    help: [
      "A number or the beginning of a title chooses.",
      "A number and the word of an action does it with that row of a list.",
      "Back goes to the question or the screen before.", "Repeat reads again.",
      "More reads on.", "Menu goes from the questions to the choices.",
      "Clear empties an answer.", "Find and a word finds a service.",
      "Sections lists the sections of the cabinet.", "Русский — другой язык.",
      "Quit leaves; all is saved.",
      "An answer that is a command too is written with an equals sign: =back.",
    ],
    actions: "Actions here, write the first word:",
    farewell: "The input has ended. The answers are saved, the cabinet is closed.",
    closed: "All is saved, the cabinet is closed.",
    lost: "The input has ended, the cabinet is closed. What was typed on this page is not saved.")
}

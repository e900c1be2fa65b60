/// Hears how far long work is: what is done, and the whole where that is known.
///
/// Between two calls nothing is half done, so that it may as well end the program.
public typealias Pace = (_ done: Int, _ whole: Int?) -> Void

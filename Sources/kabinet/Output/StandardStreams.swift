import Glibc

/// The three descriptors that everybody takes for the input, the output and the errors.
enum StandardStreams {
  /// Fills the places of those that are closed, so that no file or pipe of the program gets one.
  ///
  /// What is printed would be written into it, and what is read come from it. They stay closed for use: nothing can
  /// be read from the one, nor written to the others.
  static func occupy() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free place is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

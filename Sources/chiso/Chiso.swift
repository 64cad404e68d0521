// The executable: nothing but the way in.

import ChisoCLI

@main
enum Chiso {
  static func main() {
    ChisoCommand.start()
  }
}
